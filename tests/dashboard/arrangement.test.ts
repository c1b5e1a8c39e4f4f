import { expect, it } from 'vitest'
import { hidden, movedTo, resized, usualArrangement } from '../../shared/dashboard/arranging.ts'
import { openApp } from '../support/app.ts'

const mine = hidden(resized(movedTo(usualArrangement, 'backup', 'visits'), 'backup', 'wide'), 'liability')

it('Tiles stand where they were put, and the hidden ones are not asked for', async () => {
  const { api } = await openApp()
  expect(await api('dashboard.arrangement', {})).toEqual(usualArrangement)
  expect(await api('dashboard.arrange', { tiles: mine })).toEqual(mine)
  expect(await api('dashboard.arrangement', {})).toEqual(mine)
  const { tiles } = await api('dashboard.tiles', {})
  expect(tiles.map(({ tile }) => tile)).toEqual(mine.filter(({ isShown }) => isShown).map(({ tile }) => tile))
})

it('An arrangement is told in the history, and is taken back there', async () => {
  const { api } = await openApp()
  await api('dashboard.arrange', { tiles: mine })
  await api('dashboard.arrange', { tiles: hidden(mine, 'visits') })
  const [second, first] = await api('operations.list', { limit: 2 })
  expect([second, first].map(one => one?.summary.text)).toEqual(['dashboardArranged', 'dashboardArranged'])
  await api.run('operations.undo', { id: second!.id })
  expect(await api('dashboard.arrangement', {})).toEqual(mine)
  await api.run('operations.undo', { id: first!.id })
  expect(await api('dashboard.arrangement', {})).toEqual(usualArrangement)
})

it('Everything goes back to where it was in the beginning, and that can be taken back, too', async () => {
  const { api } = await openApp()
  await api('dashboard.arrange', { tiles: mine })
  expect(await api('dashboard.arrange', { tiles: null })).toEqual(usualArrangement)
  expect(await api('dashboard.arrangement', {})).toEqual(usualArrangement)
  const [reset] = await api('operations.list', { limit: 1 })
  await api.run('operations.undo', { id: reset!.id })
  expect(await api('dashboard.arrangement', {})).toEqual(mine)
})

it('A tile cannot stand there twice; one that is left out comes at the end', async () => {
  const { api } = await openApp()
  const [first, ...others] = usualArrangement
  await expect(api('dashboard.arrange', { tiles: [first!, first!] })).rejects.toMatchObject({ failure: { reason: 'tileTwice' } })
  expect(await api('dashboard.arrange', { tiles: others })).toEqual([...others, first])
})
