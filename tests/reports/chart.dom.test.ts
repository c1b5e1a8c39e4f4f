import { expect, it } from 'vitest'
import { configurationOf, type Drawing } from '../../renderer/ui/chart.ts'
import { openLoyalShop } from '../loyalty/programme.ts'

const drawing: Drawing = {
  ...{ labels: ['Oct', 'Nov'], lying: false, stacked: true, write: String, mark: String, pick: () => undefined },
  series: [
    { name: 'Earned', look: 'done', values: [40, 20] },
    { name: 'Spent', look: 'likely', values: [10, null], below: true },
  ],
}

it('draws what is taken off below zero, and writes it as it is', () => {
  const { data, options } = configurationOf(drawing, true)
  expect(data.datasets.map(({ data }) => data)).toEqual([
    [40, 20],
    [-10, null],
  ])
  const { label } = options!.plugins!.tooltip!.callbacks!
  const item = { dataset: data.datasets[1], datasetIndex: 1, dataIndex: 0, raw: -10 }
  expect(Reflect.apply(label!, null, [item])).toBe('Spent: 10')
  const { callback } = options!.scales!.y!.ticks!
  expect(Reflect.apply(callback!, null, [-10, 0, []])).toBe('10')
})

it('has the points that went below those that came, and the clients who were lost below those who came', async () => {
  const { api } = await openLoyalShop()
  const chartOf = async (report: 'loyalty' | 'clients') => (await api('reports.run', { report })).chart
  expect(await chartOf('loyalty')).toMatchObject({ columns: ['earned', 'spent', 'lapsed'], below: ['spent', 'lapsed'] })
  expect(await chartOf('clients')).toMatchObject({ columns: ['returning', 'fresh', 'lost'], below: ['lost'] })
})
