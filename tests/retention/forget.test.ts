import { describe, expect, it } from 'vitest'
import { monthsBefore } from '../../shared/retention/rules.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

const at = (day: string) => new Date(`${day}T12:00:00.000Z`)

/** A shop with a change of each of these days. */
async function aShopOf(...days: readonly string[]) {
  const shop = await openApp()
  shop.clock.now = at('2025-01-01')
  await shop.api('settings.update', { businessName: 'Salon Marlene' })
  const made: { id: number; operation: number }[] = []
  for (const day of days) {
    shop.clock.now = at(day)
    const { value, operation } = await shop.api.noted('contacts.create', aContact({ givenName: day }))
    made.push({ id: value.id, operation: operation! })
  }
  return { ...shop, made }
}

const saidOf = (operations: readonly { summary: { params: object } }[]) =>
  operations.map(({ summary }) => ('name' in summary.params ? String(summary.params.name) : ''))

describe('the history', () => {
  it('is kept for ever, unless the shop wants less', async () => {
    const { api } = await aShopOf('2025-02-01', '2026-11-01')
    expect(await api.run('retention.forget', {})).toMatchObject({ operations: 0, contacts: 0 })
    expect(await api('operations.list', {})).toHaveLength(3)
  })

  it('forgets what is older than that many months, and says so when somebody wants it back', async () => {
    const { api, clock, made } = await aShopOf('2025-11-27', '2025-11-29', '2026-11-01')
    clock.now = at('2026-11-28')
    await api('retention.change', { historyMonths: 12 })
    expect(await api.run('retention.forget', {})).toMatchObject({ operations: 2 })

    const left = await api('operations.list', {})
    expect(saidOf(left)).toEqual(['', '2026-11-01 Petersen', '2025-11-29 Petersen'])
    expect(await api('retention.forgotten', {})).toEqual({ before: '2025-11-28T12:00:00.000Z' })
    await expect(api.run('operations.undo', { id: made[0]!.operation })).rejects.toMatchObject({
      failure: { code: 'notFound', reason: 'historyForgotten' },
    })
    expect(await api('contacts.list', {})).toMatchObject({ total: 3 })
    await api.run('operations.undo', { id: made[1]!.operation })
    expect(await api('contacts.list', {})).toMatchObject({ total: 2 })
  })

  it('always keeps its last change: by it a backup knows whether it is the newest', async () => {
    const { api, clock } = await aShopOf('2025-02-01')
    await api('retention.change', { historyMonths: 3 })
    clock.now = at('2029-01-01')
    await api.run('retention.forget', {})
    expect(await api('operations.list', {})).toHaveLength(1)
    expect(await api.run('retention.forget', {})).toMatchObject({ operations: 0 })
  })

  it('forgets in the order in which things were done, also where the clock was set back meanwhile', async () => {
    const { api, clock } = await aShopOf('2026-11-01', '2020-01-01', '2026-11-02')
    clock.now = at('2026-11-28')
    await api('retention.change', { historyMonths: 3 })
    expect(await api.run('retention.forget', {})).toMatchObject({ operations: 1 })
    expect(saidOf(await api('operations.list', {}))).toEqual(['', '2026-11-02 Petersen', '2020-01-01 Petersen', '2026-11-01 Petersen'])
  })

  it('what took back something that is forgotten can itself still be taken back', async () => {
    const { api, clock, made } = await aShopOf('2025-02-01')
    clock.now = at('2026-11-01')
    await api.run('operations.undo', { id: made[0]!.operation })
    await api('retention.change', { historyMonths: 3 })
    await api.run('retention.forget', {})
    const undone = (await api('operations.list', {})).find(({ summary }) => summary.text === 'undone')!
    await api.run('operations.undo', { id: undone.id })
    expect(await api('contacts.list', {})).toMatchObject({ total: 1 })
  })
})

describe('the trash', () => {
  it('lets go of clients and entries that have lain there longer than that', async () => {
    const { api, clock, made } = await aShopOf('2026-01-01', '2026-01-01', '2026-01-01')
    const [old, young, stays] = made
    const note = await api('activities.create', { contactId: stays!.id, kind: 'note', body: 'thrown away' })
    await api('activities.trash', { id: note.id })
    await api('contacts.trash', { ids: [old!.id] })
    clock.now = at('2026-11-01')
    await api('contacts.trash', { ids: [young!.id] })
    clock.now = at('2026-11-28')
    await api('retention.change', { trashMonths: 3 })
    expect(await api('retention.state', {})).toMatchObject({ trash: { contacts: 2, entries: 1, files: 0 } })
    expect(await api.run('retention.forget', {})).toEqual({ contacts: 1, entries: 1, files: 0, kept: 0, operations: 0 })
    expect(await api('retention.state', {})).toMatchObject({ trash: { contacts: 1, entries: 0, files: 0 } })
    expect(await api('contacts.list', { trashed: true })).toMatchObject({ total: 1 })
  })
})

it.each([
  ['2026-03-31T12:00:00.000Z', 1, '2026-02-28T12:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 3, '2025-10-15T00:00:00.000Z'],
])('%s less %d months is %s', (now, months, before) => {
  expect(monthsBefore(new Date(now), months)).toBe(before)
})
