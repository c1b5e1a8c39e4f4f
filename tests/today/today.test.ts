import { describe, expect, it } from 'vitest'
import { morning } from '../support/salon.ts'
import { openOffice } from '../deals/office.ts'
import { openShop } from '../support/shop.ts'

/** Tuesday, 24 November 2026, half past eight. */
const today = '2026-11-24'
type Shop = Awaited<ReturnType<typeof openShop>>

const said = async ({ api }: Pick<Shop, 'api'>) =>
  (await api('today.list', {})).lines.map(({ kind, client, title, days }) => [kind, title || client?.name, days])

const aClient = async ({ api }: Shop, givenName: string, more: object = {}) =>
  (await api('contacts.create', { givenName, familyName: 'Weiß', ...more })).id

describe('the day', () => {
  it('begins with nothing', async () => {
    const { api } = await openShop()
    expect(await api('today.list', {})).toEqual({
      ...{ day: today, lines: [], done: [], arrivals: [] },
      figures: { visits: 0, open: 0, openDocuments: 0, overdueDocuments: 0 },
    })
  })

  it('has everything that is due, in the best order', async () => {
    const shop = await openShop()
    const { api, clock, ids, anInvoice, aDraft, aVisit } = shop
    clock.now = new Date('2026-11-01T09:00:00.000Z')
    await anInvoice()
    clock.now = new Date('2026-10-27T09:00:00.000Z')
    const quote = await api('invoices.draft', aDraft({ kind: 'quote' }))
    await api('invoices.issue', { id: quote.id })
    clock.now = morning
    await aClient(shop, 'Ruth', { birthday: '1966-11-24' })
    await aClient(shop, 'Tom', { birthday: '--11-30' })
    await aClient(shop, 'Late', { birthday: '1980-12-02' })
    await aClient(shop, 'Uwe', { followUpOn: '2026-11-20' })
    await aClient(shop, 'Later', { followUpOn: '2026-11-25' })
    await api('tasks.create', { title: 'Sweep', due: today })
    await api('tasks.create', { title: 'Burning', due: '2026-11-26', priority: 'urgent' })
    await api('tasks.create', { title: 'Fire', due: today, priority: 'urgent' })
    await api('tasks.create', { title: 'At nine', due: `${today}T09:00` })
    await api('tasks.create', { title: 'In the evening', due: `${today}T18:00` })
    await api('appointments.book', aVisit())
    expect(await said(shop)).toEqual([
      ['task', 'At nine', 0],
      ['task', 'Fire', 0],
      ['followUp', 'Uwe Weiß', -4],
      ['task', 'Sweep', 0],
      ['quote', 'Q-2026-0001', 2],
      ['invoice', '2026-0001', -9],
      ['birthday', 'Ruth Weiß', 0],
      ['task', 'In the evening', 0],
      ['birthday', 'Tom Weiß', 6],
    ])
    const { arrivals, figures, lines } = await api('today.list', {})
    expect(arrivals.map(({ client, start }) => [client?.id, start])).toEqual([[ids.anna, `${today}T10:00`]])
    expect(figures).toEqual({ visits: 1, open: 4200, openDocuments: 1, overdueDocuments: 1 })
    expect(lines.filter(({ kind }) => kind === 'birthday').map(({ age }) => age)).toEqual([60, null])
  })

  it('counts what is open as the invoices do: less what is owed to clients', async () => {
    const { api, anInvoice } = await openShop()
    await anInvoice()
    const paid = await anInvoice()
    await api('payments.record', { method: 'card', amount: 4200, documentIds: [paid.id] })
    const { lines } = await api('invoices.get', { id: paid.id })
    await api('invoices.credit', { id: paid.id, lines: [{ lineId: lines[0]!.id, quantity: 500 }] })
    const { figures } = await api('today.list', {})
    expect(figures).toEqual({ visits: 0, open: 2100, openDocuments: 1, overdueDocuments: 0 })
    expect((await api('dunning.openItems', {})).sums.open).toBe(2100)
  })

  it('tells of dates that come again each year, where the shop says so of their field', async () => {
    const shop = await openShop()
    const { api, clock, ids } = shop
    const wedding = await api('fields.create', { name: 'Wedding', type: 'date', yearly: true })
    const since = await api('fields.create', { name: 'Client since', type: 'date' })
    await aClient(shop, 'Ruth', { custom: { [wedding.id]: '2001-11-24', [since.id]: '2020-11-25' } })
    const tom = await aClient(shop, 'Tom', { custom: { [wedding.id]: '2026-11-26' } })
    await aClient(shop, 'Later', { custom: { [wedding.id]: '1990-12-24' } })
    await aClient(shop, 'Engaged', { custom: { [wedding.id]: '2027-11-25' } })
    const told = async () =>
      (await api('today.list', {})).lines.map(({ kind, title, client, days, age }) => [kind, title, client?.name, days, age])
    expect(await told()).toEqual([
      ['anniversary', 'Wedding', 'Ruth Weiß', 0, 25],
      ['anniversary', 'Wedding', 'Tom Weiß', 2, null],
    ])
    await api('contacts.update', { id: tom, custom: { [wedding.id]: null } })
    await api('fields.update', { id: since.id, yearly: true })
    await api('contacts.update', { id: ids.anna, custom: { [since.id]: '2016-02-29' } })
    await api('today.done', { kind: 'anniversary', id: (await api('today.list', {})).lines[0]!.id })
    expect(await told()).toEqual([])
    const [done] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: done!.id })
    expect(await told()).toEqual([['anniversary', 'Wedding', 'Ruth Weiß', 0, 25]])
    clock.now = new Date('2027-02-28T09:00:00.000Z')
    expect(await told()).toEqual([['anniversary', 'Client since', 'Anna Petersen', 0, 11]])
    await expect(api('fields.create', { name: 'Size', type: 'number', yearly: true })).rejects.toMatchObject({
      failure: { reason: 'yearlyNotDate' },
    })
  })

  it('asks for whoever is late by their own rhythm, unless they may not be called', async () => {
    const shop = await openShop()
    const { api, aVisit, ids } = shop
    for (const day of ['2026-09-01', '2026-09-22', '2026-10-13']) {
      await api('appointments.book', aVisit({ start: `${day}T10:00`, status: 'done', despite: [] }))
    }
    expect(await said(shop)).toEqual([['rhythm', 'Anna Petersen', -21]])
    await api('contacts.update', { id: ids.anna, alerts: [{ kind: 'noCalls', text: '' }] })
    expect(await said(shop)).toEqual([])
  })

  it('leaves out who is in the trash, and quotes that were answered', async () => {
    const shop = await openShop()
    const { api, clock, aDraft } = shop
    const uwe = await aClient(shop, 'Uwe', { followUpOn: '2026-11-20', birthday: '1970-11-24' })
    clock.now = new Date('2026-10-27T09:00:00.000Z')
    const { id } = await api('invoices.draft', aDraft({ kind: 'quote' }))
    await api('invoices.issue', { id })
    clock.now = morning
    await api('contacts.trash', { ids: [uwe] })
    await api('invoices.decide', { id, decision: 'declined' })
    expect(await said(shop)).toEqual([])
  })
})

describe('the list empties as one works', () => {
  it('a task that is done stands at the end, struck out', async () => {
    const { api, ids } = await openShop()
    const { id } = await api('tasks.create', { title: 'Call about the colour', kind: 'call', due: today, contactId: ids.anna })
    await api('tasks.complete', { id })
    const { lines, done } = await api('today.list', {})
    expect(lines).toEqual([])
    expect(done).toEqual([
      { kind: 'task', id, title: 'Call about the colour', name: 'Anna Petersen', at: morning.toISOString(), by: 'owner' },
    ])
  })

  it('a follow-up: what was said goes into the timeline, what comes next into the list, all in one step', async () => {
    const shop = await openShop()
    const { api } = shop
    const uwe = await aClient(shop, 'Uwe', { followUpOn: '2026-11-20' })
    await api('today.done', {
      ...{ kind: 'followUp', id: uwe, contacted: { kind: 'call', outcome: 'noAnswer', note: 'Rang for a minute' } },
      followUp: { due: '2026-11-26' },
    })
    expect(await api('contacts.get', { id: uwe })).toMatchObject({ followUpOn: null })
    expect(await api('tasks.list', { contactId: uwe })).toMatchObject([{ kind: 'call', title: 'Uwe Weiß', due: '2026-11-26' }])
    expect((await api('timeline.list', { contactId: uwe, kinds: ['call'] })).entries).toMatchObject([{ activity: { outcome: 'noAnswer' } }])
    const { lines, done } = await api('today.list', {})
    expect(lines).toEqual([])
    expect(done).toMatchObject([{ kind: 'followUp', name: 'Uwe Weiß' }])

    const [last] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: last!.id })
    expect(await said(shop)).toEqual([['followUp', 'Uwe Weiß', -4]])
  })

  it('a birthday that was greeted early is not told again on the day', async () => {
    const shop = await openShop()
    const ruth = await aClient(shop, 'Ruth', { birthday: '1966-11-28' })
    await shop.api('today.done', { kind: 'birthday', id: ruth })
    shop.clock.now = new Date('2026-11-28T08:00:00.000Z')
    expect(await said(shop)).toEqual([])
    shop.clock.now = new Date('2027-11-28T08:00:00.000Z')
    expect(await said(shop)).toEqual([['birthday', 'Ruth Weiß', 0]])
  })

  it('what was put off comes back on its day; of a follow-up the day itself moves', async () => {
    const shop = await openShop()
    const { api } = shop
    const ruth = await aClient(shop, 'Ruth', { birthday: '1966-11-28', followUpOn: today })
    await api('today.snooze', { kind: 'birthday', id: ruth, until: '2026-11-27' })
    await api('today.snooze', { kind: 'followUp', id: ruth, until: '2026-11-26' })
    expect(await said(shop)).toEqual([])
    expect(await api('contacts.get', { id: ruth })).toMatchObject({ followUpOn: '2026-11-26' })
    shop.clock.now = new Date('2026-11-27T08:00:00.000Z')
    expect(await said(shop)).toEqual([
      ['followUp', 'Ruth Weiß', -1],
      ['birthday', 'Ruth Weiß', 1],
    ])
    await expect(api('today.snooze', { kind: 'birthday', id: ruth, until: today })).rejects.toMatchObject({
      failure: { reason: 'snoozePast' },
    })
  })

  it('what was said about two contacts who are one counts for that one', async () => {
    const shop = await openShop()
    const { api } = shop
    const [ruth, twin] = [await aClient(shop, 'Ruth', { birthday: '1966-11-28' }), await aClient(shop, 'Rut', { birthday: '1966-11-28' })]
    await api('today.done', { kind: 'birthday', id: twin })
    await api('contacts.merge', { survivorId: ruth, loserIds: [twin] })
    expect(await said(shop)).toEqual([])
  })

  it('has the deals that want something, each by its most pressing reason, until somebody has looked after them', async () => {
    const office = await openOffice()
    const { api, clock, begin } = office
    const closing = await begin({ title: 'Closes soon', expectedOn: '2026-11-28' })
    const step = await begin({ title: 'Next step', expectedOn: '2026-11-28', nextStep: 'Send pictures', nextStepOn: today })
    await begin({ title: 'Has time', expectedOn: '2027-03-01' })
    const told = async () => (await api('today.list', {})).lines.map(({ title, reason }) => [title, reason])
    expect(await told()).toEqual([
      ['Next step', 'nextStep'],
      ['Closes soon', 'closing'],
    ])
    await api('today.done', { kind: 'deal', id: step.id, contacted: { kind: 'call', outcome: 'reached', note: 'Likes them' } })
    await api('today.snooze', { kind: 'deal', id: closing.id, until: '2026-11-26' })
    expect([await told(), (await api('today.list', {})).done.map(({ kind, title }) => [kind, title])]).toEqual([
      [],
      [['deal', 'Next step']],
    ])
    clock.now = new Date('2026-11-26T08:00:00.000Z')
    expect(await told()).toEqual([['Closes soon', 'closing']])
  })

  it('calls the same deals quiet that the board flags, the most valuable first', async () => {
    const office = await openOffice()
    const { api, clock, begin, stage, ids } = office
    clock.now = new Date('2026-11-10T09:00:00.000Z')
    const ruth = await aClient(office, 'Ruth')
    const tom = await aClient(office, 'Tom')
    await begin({ title: 'Small', contactId: ruth, value: 100 })
    await begin({ title: 'Without a value', contactId: ruth, value: null })
    await begin({ title: 'Large', contactId: ruth, value: 90_000 })
    await begin({ title: 'On hold', contactId: ruth, stageId: stage('Thinking it over') })
    await begin({ title: 'Promised', contactId: ruth, nextStepOn: '2026-12-10' })
    await begin({ title: 'Heard of', contactId: tom })
    const won = await begin({ title: 'Won', contactId: ruth })
    await api('deals.move', { id: won.id, from: won.stageId, to: stage('Won'), value: 100 })
    clock.now = new Date('2026-11-23T09:00:00.000Z')
    await api('activities.create', { contactId: tom, kind: 'call', outcome: 'reached' })
    await begin({ title: 'Of yesterday', contactId: ids.anna })
    clock.now = morning
    const quiet = (await api('today.list', {})).lines.filter(({ reason }) => reason === 'quiet').map(({ title }) => title)
    const { columns } = await api('deals.board', { stale: true })
    const flagged = columns.flatMap(({ cards }) => cards).filter(({ stale }) => stale === 'quiet')
    expect(quiet).toEqual(['Large', 'Small', 'Without a value'])
    expect(flagged.map(({ title }) => title).toSorted()).toEqual(quiet.toSorted())
  })
})
