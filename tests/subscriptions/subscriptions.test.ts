import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { makeAllDue } from '../../electron/subscriptions/schedule.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })
const monthly = 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1'
const at = (local: string) => new Date(`${local}:00.000Z`)

async function open(options: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(options)
  const { api, ids, aLine } = shop
  const aSubscription = (over: Partial<Input<'subscriptions.create'>> = {}): Input<'subscriptions.create'> => ({
    contactId: ids.anna,
    template: { lines: [aLine({ name: 'Care in {month}', price: 4900 })], title: 'Care, {period}' },
    rule: monthly,
    startsOn: '2026-12-01',
    ...over,
  })
  const made = async (id: number) => (await api('subscriptions.made', { id })).toReversed()
  return { ...shop, aSubscription, made }
}

describe('a recurring invoice', () => {
  it('makes a draft for its period on its day, and not before', async () => {
    const { api, aSubscription, clock, ids } = await open()
    const { id, ...begun } = await api('subscriptions.create', aSubscription())
    expect(begun).toMatchObject({
      ...{ state: 'active', made: 0, gross: 4900, clientName: 'Anna Petersen', contactId: ids.anna, mode: 'draft', charging: 'advance' },
      next: { firstDay: '2026-12-01', lastDay: '2026-12-31', dueOn: '2026-12-01' },
    })
    await expect(api('subscriptions.makeDue', { id })).resolves.toBeNull()
    // Midnight in Berlin.
    clock.now = at('2026-11-30T22:59')
    await expect(api('subscriptions.due', {})).resolves.toEqual([])
    clock.now = at('2026-11-30T23:00')
    await expect(api('subscriptions.due', {})).resolves.toEqual([{ id }])
    await expect(api('subscriptions.makeDue', { id })).resolves.toMatchObject({
      ...{ kind: 'invoice', state: 'draft', contactId: ids.anna, gross: 4900, title: expect.stringMatching(/^Care, 1.+31 December 2026$/) },
      ...{ deliveredFrom: '2026-12-01', deliveredTo: '2026-12-31', lines: [{ name: 'Care in December 2026' }] },
    })
    await expect(api('subscriptions.makeDue', { id })).resolves.toBeNull()
    await expect(api('subscriptions.get', { id })).resolves.toMatchObject({ made: 1, next: { dueOn: '2027-01-01' } })
    await expect(api('subscriptions.news', {})).resolves.toEqual({ drafts: 1, issuedToday: 0, waiting: 0 })
  })

  it('issues at once where it shall; where something is missing, it leaves a draft', async () => {
    const { api, aSubscription, clock, made } = await open()
    const { id } = await api('subscriptions.create', aSubscription({ mode: 'issue' }))
    clock.now = at('2026-12-01T09:00')
    await makeAllDue(api)
    await expect(api('subscriptions.news', {})).resolves.toEqual({ drafts: 0, issuedToday: 1, waiting: 0 })
    const { seller } = await api('invoices.settings', {})
    await api('invoices.changeSettings', { seller: { ...seller, taxNumber: '' } })
    clock.now = at('2027-01-01T09:00')
    await makeAllDue(api)
    expect((await made(id)).map(({ document }) => document?.state)).toEqual(['overdue', 'draft'])
    await expect(api('subscriptions.news', {})).resolves.toEqual({ drafts: 1, issuedToday: 0, waiting: 0 })
  })

  it('makes one invoice for each period that was missed, each with its own days, each once', async () => {
    const { api, aSubscription, clock, made } = await open()
    const { id } = await api('subscriptions.create', aSubscription({ charging: 'arrears', periods: 4 }))
    clock.now = at('2027-03-15T09:00')
    await Promise.all([makeAllDue(api), makeAllDue(api)])
    expect((await made(id)).map(({ firstDay, lastDay, dueOn }) => [firstDay, lastDay, dueOn])).toEqual([
      ['2026-12-01', '2026-12-31', '2027-01-01'],
      ['2027-01-01', '2027-01-31', '2027-02-01'],
      ['2027-02-01', '2027-02-28', '2027-03-01'],
    ])
    clock.now = at('2027-08-15T09:00')
    await makeAllDue(api)
    expect(await made(id)).toHaveLength(4)
    await expect(api('subscriptions.get', { id })).resolves.toMatchObject({ state: 'over', next: null, made: 4 })
  })

  it('makes nothing twice after a restart, nor when the clock is set back', async () => {
    const dataFolder = aFolder()
    const first = await open({ dataFolder })
    const { id } = await first.api('subscriptions.create', first.aSubscription())
    first.clock.now = at('2027-01-05T09:00')
    await makeAllDue(first.api)
    await first.close()
    const second = await openApp({ dataFolder })
    for (const now of ['2027-01-05T10:00', '2026-12-15T09:00', '2027-01-31T22:59']) {
      second.clock.now = at(now)
      await makeAllDue(second.api)
    }
    await expect(second.api('subscriptions.made', { id })).resolves.toHaveLength(2)
  })

  it('keeps what was made when a draft is discarded, and is not taken back itself', async () => {
    const { api, aSubscription, clock, made } = await open()
    const { id } = await api('subscriptions.create', aSubscription())
    clock.now = at('2026-12-01T09:00')
    const { value, operation } = await api.noted('subscriptions.makeDue', { id })
    await expect(api.run('operations.undo', { id: operation! })).rejects.toMatchObject({ code: 'conflict' })
    const { operation: discarding } = await api.noted('invoices.discard', { id: value!.id })
    expect(await made(id)).toMatchObject([{ dueOn: '2026-12-01', document: null }])
    await makeAllDue(api)
    expect(await made(id)).toHaveLength(1)
    await api.run('operations.undo', { id: discarding! })
    expect(await made(id)).toMatchObject([{ document: { id: value!.id } }])
  })

  it('is changed from the next one on', async () => {
    const { api, aSubscription, clock, aLine, made } = await open()
    const { id } = await api('subscriptions.create', aSubscription())
    clock.now = at('2026-12-01T09:00')
    await makeAllDue(api)
    await api('subscriptions.change', { id, template: { lines: [aLine({ price: 5900 })] } })
    await expect(api('subscriptions.change', { id, startsOn: '2026-12-15' })).rejects.toMatchObject(because('periodChargedAlready'))
    await expect(api('subscriptions.change', { id, rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1' })).resolves.toMatchObject({
      startsOn: '2027-01-01',
      next: { firstDay: '2027-01-01', lastDay: '2027-03-31', dueOn: '2027-01-01' },
    })
    clock.now = at('2027-01-01T09:00')
    await makeAllDue(api)
    expect((await made(id)).map(({ document }) => document?.gross)).toEqual([4900, 5900])
  })

  it('does not charge what falls into a pause, and nothing once it has ended', async () => {
    const { api, aSubscription, clock, made } = await open()
    const { id } = await api('subscriptions.create', aSubscription())
    await expect(api('subscriptions.pause', { id, paused: true })).resolves.toMatchObject({ state: 'paused' })
    clock.now = at('2027-02-10T09:00')
    await makeAllDue(api)
    const { operation } = await api.noted('subscriptions.pause', { id, paused: false })
    await expect(api('subscriptions.get', { id })).resolves.toMatchObject({ state: 'active', next: { dueOn: '2027-03-01' } })
    await api.run('operations.undo', { id: operation! })
    await expect(api('subscriptions.get', { id })).resolves.toMatchObject({ state: 'paused' })
    await expect(api('subscriptions.end', { id })).resolves.toMatchObject({ state: 'over', next: null })
    await expect(api('subscriptions.pause', { id, paused: false })).rejects.toMatchObject(because('subscriptionOver'))
    clock.now = at('2027-09-10T09:00')
    await makeAllDue(api)
    expect(await made(id)).toEqual([])
  })

  it('has the tax of the days that it charges', async () => {
    const { api, aSubscription, clock, ids, made } = await open()
    await api('taxes.changeRate', {
      id: ids.full,
      periods: [
        { from: '2000-01-01', basisPoints: 1900 },
        { from: '2027-01-01', basisPoints: 2100 },
      ],
    })
    const { id } = await api('subscriptions.create', aSubscription({ mode: 'issue' }))
    clock.now = at('2027-01-01T09:00')
    await makeAllDue(api)
    const rates = await Promise.all(
      (await made(id)).map(async ({ document }) => (await api('invoices.get', { id: document!.id })).groups[0]!.basisPoints),
    )
    expect(rates).toEqual([1900, 2100])
  })

  it('follows its client into another card, and waits while they are in the trash', async () => {
    const { api, aSubscription, clock, ids } = await open()
    const { id } = await api('subscriptions.create', aSubscription())
    const other = await api('contacts.create', { kind: 'person', givenName: 'Anne', familyName: 'Wolff' })
    await api('contacts.merge', { survivorId: other.id, loserIds: [ids.anna] })
    await expect(api('subscriptions.get', { id })).resolves.toMatchObject({ contactId: other.id })
    await api('contacts.trash', { ids: [other.id] })
    clock.now = at('2026-12-01T09:00')
    await makeAllDue(api)
    await expect(api('subscriptions.list', {})).resolves.toMatchObject([{ id, state: 'waiting', made: 0 }])
    await expect(api('subscriptions.makeDue', { id })).rejects.toMatchObject(because('clientInTrash'))
    await expect(api('subscriptions.news', {})).resolves.toMatchObject({ waiting: 1 })
  })

  it('is refused with a rule that never comes, without a line, or with a tax rate that is gone', async () => {
    const { api, aSubscription, aLine } = await open()
    const create = (over: Partial<Input<'subscriptions.create'>>) => api('subscriptions.create', aSubscription(over))
    await expect(create({ rule: 'FREQ=MONTHLY;COUNT=3' })).rejects.toMatchObject(because('ruleInvalid'))
    await expect(create({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31' })).rejects.toMatchObject(because('ruleEmpty'))
    await expect(create({ template: { lines: [] } })).rejects.toMatchObject(because('linesMissing'))
    await expect(create({ template: { lines: [aLine({ taxRateId: 999 })] } })).rejects.toMatchObject(because('taxRateGone'))
    await expect(create({ contactId: 999 })).rejects.toMatchObject(because('contactGone'))
  })
})
