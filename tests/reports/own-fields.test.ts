import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { tidied, usualBuild } from '../../shared/reports/built/rules.ts'
import { aContact } from '../support/factories.ts'
import { openApp } from '../support/app.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
type App = Awaited<ReturnType<typeof openApp>>

const clients = (over: Partial<Build>): Build => ({ ...usualBuild('clients'), measures: ['clients'], sort: null, ...over })
const run = ({ api }: App, over: Partial<Build>) => api('reports.run', { report: 'built', build: clients(over) })
const told = async (app: App, over: Partial<Build>) => (await run(app, over)).rows.map(({ label, cells }) => [label, ...cells])

/** Anna has dry skin and comes on Mondays and Fridays, Ruth has none and comes on Fridays, of Bela nothing is known. */
async function aShopThatAsks() {
  const app = await openApp()
  const { api } = app
  const options = (...labels: string[]) => labels.map((label, index) => ({ id: index + 1, label }))
  const create = async (field: Input<'fields.create'>) => (await api('fields.create', field)).id
  const ids = {
    skin: await create({ name: 'Skin', type: 'choice', options: options('Oily', 'Dry') }),
    days: await create({ name: 'Days', type: 'choices', options: options('Monday', 'Friday') }),
    vegan: await create({ name: 'Vegan', type: 'yesNo' }),
    size: await create({ name: 'Size', type: 'number' }),
    since: await create({ name: 'Since', type: 'date' }),
  }
  const { skin, days, vegan, size } = ids
  await api('contacts.create', aContact({ custom: { [skin]: 2, [days]: [1, 2], [vegan]: true, [size]: 9.5 } }))
  await api('contacts.create', aContact({ givenName: 'Ruth', custom: { [days]: [2], [vegan]: false, [size]: 10 } }))
  await api('contacts.create', aContact({ givenName: 'Bela' }))
  return { ...app, ids }
}

describe('A field of the shop', () => {
  it('tells rows apart in the order of its choices, under its name', async () => {
    const app = await aShopThatAsks()
    const { skin, vegan, size } = app.ids
    const inOrder = (id: number) => told(app, { rows: [`custom.${id}`], sort: { by: `custom.${id}`, descending: false } })
    expect(await inOrder(skin)).toEqual([
      ['Dry', 1],
      ['Not known', 2],
    ])
    expect(await inOrder(vegan)).toEqual([
      ['Yes', 1],
      ['No', 1],
      ['Not known', 1],
    ])
    expect(await inOrder(size)).toEqual([
      ['9.5', 1],
      ['10', 1],
      ['Not known', 1],
    ])
    expect((await run(app, { rows: [`custom.${skin}`] })).heading).toBe('Skin')
  })

  it('is a filter, which says what it can be and what it was narrowed to', async () => {
    const app = await aShopThatAsks()
    const choices = async (id: number) =>
      (await app.api('reports.choices', { subject: 'clients', field: `custom.${id}` })).map(({ value, label }) => [value, label])
    expect(await choices(app.ids.skin)).toEqual([
      [1, 'Oily'],
      [2, 'Dry'],
      ['', 'Not known'],
    ])
    expect(await choices(app.ids.size)).toEqual([
      [9.5, '9.5'],
      [10, '10'],
      ['', 'Not known'],
    ])
    const filters = [{ field: `custom.${app.ids.skin}`, is: 'anyOf' as const, values: [2, ''] }]
    const { narrowed, totals } = await run(app, { filters })
    expect([narrowed, totals!.cells]).toEqual([['Skin: Dry, Not known'], [3]])
  })

  it('with several choices is a filter that one of them meets, and tells no rows apart', async () => {
    const app = await aShopThatAsks()
    const field = `custom.${app.ids.days}`
    const count = async (is: 'anyOf' | 'noneOf', ...values: (string | number)[]) =>
      (await run(app, { filters: [{ field, is, values }] })).totals?.cells[0] ?? 0
    expect([await count('anyOf', 1), await count('anyOf', 1, 2), await count('anyOf', ''), await count('anyOf', 1, '')]).toEqual([
      1, 2, 1, 2,
    ])
    expect([await count('noneOf', 1), await count('noneOf', 2), await count('noneOf', '')]).toEqual([2, 1, 2])
    await expect(run(app, { rows: [field] })).rejects.toMatchObject({ failure: { reason: 'builtFieldUnknown' } })
    await expect(run(app, { rows: [`custom.${app.ids.since}`] })).rejects.toMatchObject({ failure: { reason: 'builtFieldUnknown' } })
  })

  it('that is archived keeps its reports; one that has been deleted is told of, and the saved report is still there to be changed', async () => {
    const app = await aShopThatAsks()
    const { api, ids } = app
    await api('fields.archive', { id: ids.skin, archived: true })
    expect(await told(app, { rows: [`custom.${ids.skin}`] })).toContainEqual(['Dry', 1])

    const { id: fresh } = await api('fields.create', { name: 'Hat', type: 'text' })
    const [created] = await api('operations.list', { limit: 1 })
    const question = { report: 'built', build: clients({ rows: [`custom.${fresh}`] }) } as const
    await api('reports.save', { name: 'By hat', question })
    await api.run('operations.undo', { id: created!.id })
    const [saved] = await api('reports.saved', {})
    expect(saved).toMatchObject({ name: 'By hat', question: { build: { rows: [`custom.${fresh}`] } } })
    await expect(api('reports.run', saved!.question)).rejects.toMatchObject({ failure: { code: 'notFound', reason: 'builtFieldGone' } })
    const filters = [{ field: `custom.${fresh}`, is: 'anyOf' as const, values: ['Cap'] }]
    await expect(run(app, { filters })).rejects.toMatchObject({ failure: { reason: 'builtFieldGone' } })
    expect(app.bugs).toEqual([])
  })

  it.each([
    ['of a subject that tells of no client', { ...usualBuild('points'), rows: ['custom.1'] }],
    ['with SQL in the place of its number', clients({ rows: ["custom.1' or 1=1"] })],
    ['without a number', clients({ rows: ['custom.'] })],
  ])('is refused %s', async (_what, build) => {
    const { api } = await openApp()
    const failure = { code: 'invalid', problems: [{ path: ['build', 'rows', 0], reason: 'builtFieldUnknown' }] }
    await expect(api('reports.run', { report: 'built', build })).rejects.toMatchObject({ failure })
  })

  it('stays where another subject has clients as well, and goes where it has none', () => {
    const build = { ...usualBuild('sales'), rows: ['custom.3'], filters: [{ field: 'custom.4', is: 'anyOf' as const, values: [1] }] }
    const { rows, filters } = tidied({ ...build, subject: 'visits', date: 'startsOn' })
    expect([rows, filters]).toEqual([build.rows, build.filters])
    const points = tidied({ ...build, subject: 'points', date: 'movedOn' })
    expect([points.rows, points.filters]).toEqual([['programme'], []])
  })
})
