import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aContact } from '../support/factories.ts'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })
const on = (day: string) => new Date(`${day}T09:00:00.000Z`)

/** Anna has not paid a cut of 42 euros, which is due on 8 December; reminders cost 5 euros from the second on. */
async function openOverdue() {
  const shop = await openShop()
  const { api, anInvoice, ids, clock } = shop
  const { levels } = await api('dunning.settings', {})
  const [first, second, third] = levels
  await api('dunning.changeSettings', { levels: [first, { ...second, fee: 500 }, { ...third, fee: 1000 }], interest: 500 })
  const invoice = await anInvoice()
  const remind = (day: string, over: Partial<Input<'dunning.remind'>['letters'][number]> = {}) => {
    clock.now = on(day)
    return api('dunning.remind', { letters: [{ documentIds: [invoice.id], ...over }] })
  }
  const standing = async (day: string) => {
    clock.now = on(day)
    return (await api('dunning.openOf', { contactId: ids.anna, documentId: null })).map(({ sent, next }) => [sent?.level ?? null, next])
  }
  return { ...shop, invoice, remind, standing }
}

describe('a reminder', () => {
  it('goes out a week after the day, then two weeks after the one before, three in all', async () => {
    const { standing, remind } = await openOverdue()
    expect(await standing('2026-12-14')).toEqual([[null, { state: 'waiting', level: 1, on: '2026-12-15' }]])
    expect(await standing('2026-12-15')).toEqual([[null, { state: 'due', level: 1, on: '2026-12-15' }]])
    await remind('2026-12-15')
    expect(await standing('2026-12-16')).toEqual([[1, { state: 'waiting', level: 2, on: '2026-12-29' }]])
    await remind('2026-12-29')
    await remind('2027-01-12')
    expect(await standing('2027-03-01')).toEqual([[3, { state: 'finished', level: null, on: null }]])
  })

  it('says what is open, with the fee and the interest of its level, and is kept as it was', async () => {
    const { api, remind, invoice, ids } = await openOverdue()
    await remind('2026-12-15')
    const [second] = await remind('2026-12-29')
    expect(second).toMatchObject({
      ...{ id: 2, contactId: ids.anna, level: 2, at: '2026-12-29T09:00:00.000Z', day: '2026-12-29', payBy: '2027-01-08', user: 'owner' },
      ...{ language: 'en', currency: 'EUR', title: 'Second reminder', fee: 500, interest: 12, chargeId: null },
      items: [
        ...[
          {
            documentId: invoice.id,
            number: invoice.number,
            issuedOn: '2026-11-24',
            dueOn: '2026-12-08',
            level: 2,
            open: 4200,
            interest: 12,
          },
        ],
      ],
      recipient: { name: 'Anna Petersen', address: { locality: 'Hamburg' } },
    })
    await api('contacts.update', { id: ids.anna, familyName: 'Other' })
    expect(await api('dunning.get', { id: 2 })).toEqual(second)
    const [told] = (await api('operations.list', { limit: 2 })).slice(1)
    expect(told).toMatchObject({
      isFinal: true,
      contactId: ids.anna,
      summary: { text: 'reminderSent', params: { name: 'Anna Petersen', level: 2, amount: '€47.12' } },
    })
    await expect(api.run('operations.undo', { id: told!.id })).rejects.toMatchObject(because('operationFinal'))
  })

  it('may be milder or harder than usual, and say something else', async () => {
    const { remind } = await openOverdue()
    const [letter] = await remind('2026-12-15', { level: 3, fee: 0, text: 'Please, {name}.' })
    expect(letter).toMatchObject({ level: 3, fee: 0, text: 'Please, {name}.', title: 'Final reminder', items: [{ level: 3 }] })
  })

  it('is refused twice on a day, before the day, and for what has been paid meanwhile', async () => {
    const { api, remind, invoice } = await openOverdue()
    await expect(remind('2026-12-08')).rejects.toMatchObject(because('reminderTooEarly'))
    await remind('2026-12-09')
    await expect(remind('2026-12-09')).rejects.toMatchObject(because('remindedToday'))
    await api('payments.record', { method: 'transfer', amount: 4200, documentIds: [invoice.id] })
    await expect(remind('2026-12-29')).rejects.toMatchObject(because('reminderSettled'))
    expect(await api('dunning.ofDocument', { documentId: invoice.id })).toMatchObject({ reminders: [{ level: 1 }], next: null })
  })

  it('is of one client, and all that are sent together are sent or none', async () => {
    const { api, anInvoice, invoice, clock } = await openOverdue()
    const { id: jan } = await api('contacts.create', aContact({ givenName: 'Jan' }))
    const other = await anInvoice({ contactId: jan })
    clock.now = on('2026-12-20')
    await expect(api('dunning.remind', { letters: [{ documentIds: [invoice.id, other.id] }] })).rejects.toMatchObject(
      because('reminderOfSeveral'),
    )
    const twice = [{ documentIds: [other.id] }, { documentIds: [invoice.id] }, { documentIds: [other.id] }]
    await expect(api('dunning.remind', { letters: twice })).rejects.toMatchObject(because('remindedToday'))
    expect(await api('dunning.openOf', { contactId: jan, documentId: null })).toMatchObject([{ sent: null }])
    const sent = await api('dunning.remind', { letters: twice.slice(0, 2) })
    expect(sent.map(({ recipient }) => recipient.name)).toEqual(['Jan Petersen', 'Anna Petersen'])
  })
})

describe('all that may go out today', () => {
  it('is one letter for each client, the hardest first, with what they have to their credit', async () => {
    const { api, anInvoice, remind, invoice, clock, ids } = await openOverdue()
    await anInvoice({ contactId: null, buyer: { ...invoice.buyer, name: 'Nobody known' } })
    await remind('2026-12-15')
    const next = await anInvoice({ paymentDays: 0 })
    clock.now = on('2026-12-30')
    await api('payments.record', { method: 'transfer', amount: 1000, contactId: ids.anna })
    const letters = await api('dunning.due', {})
    expect(
      letters.map(({ level, recipient, items, fee, credit }) => [
        level,
        recipient.name,
        items.map(({ level, number }) => [level, number]),
        fee,
        credit,
      ]),
    ).toEqual([
      [
        2,
        'Anna Petersen',
        [
          [2, invoice.number],
          [1, next.number],
        ],
        500,
        1000,
      ],
      [1, 'Nobody known', [[1, '2026-0002']], 0, 0],
    ])
    expect((await api('dunning.openItems', {})).letters).toEqual({ 1: 1, 2: 1, 3: 0 })
    await api('dunning.remind', { letters: letters.map(({ items }) => ({ documentIds: items.map(({ documentId }) => documentId) })) })
    expect(await api('dunning.due', {})).toEqual([])
  })

  it('leaves out what is paused, too little, or of somebody who is never reminded', async () => {
    const { api, invoice, clock, ids, standing } = await openOverdue()
    clock.now = on('2026-12-20')
    const due = async () => (await api('dunning.due', {})).length
    const pause = await api.noted('dunning.pause', { documentId: invoice.id, until: '2026-12-31', note: 'Says it was never done' })
    expect([await due(), await standing('2026-12-31')]).toEqual([0, [[null, { state: 'paused', level: 1, on: '2027-01-01' }]]])
    await expect(api('dunning.remind', { letters: [{ documentIds: [invoice.id] }] })).rejects.toMatchObject(because('reminderPaused'))
    await api.run('operations.undo', { id: pause.operation! })
    expect(await due()).toBe(1)
    await api('dunning.stop', { contactId: ids.anna, stopped: true })
    expect([await due(), await api('dunning.isStopped', { contactId: ids.anna })]).toEqual([0, true])
    await expect(api('dunning.remind', { letters: [{ documentIds: [invoice.id] }] })).rejects.toMatchObject(because('reminderStopped'))
    await api('dunning.stop', { contactId: ids.anna, stopped: false })
    await api('dunning.changeSettings', { minimum: 4201 })
    expect(await due()).toBe(0)
  })

  it('can be sent to one client before its day, but not before anything is late', async () => {
    const { api, clock, ids } = await openOverdue()
    const propose = () => api('dunning.propose', { contactId: ids.anna, documentId: null })
    expect(await propose()).toBeNull()
    clock.now = on('2026-12-09')
    expect(await propose()).toMatchObject({ level: 1, items: [{ open: 4200 }], payBy: '2026-12-19' })
  })
})

describe('what a reminder added', () => {
  it('is invoiced apart, outside the scope of VAT, once', async () => {
    const { api, remind, invoice } = await openOverdue()
    await remind('2026-12-15')
    const [letter] = await remind('2026-12-29')
    const draft = await api.noted('dunning.charge', { id: letter!.id })
    expect(draft.value).toMatchObject({
      ...{ kind: 'invoice', number: null, gross: 512, tax: 0 },
      lines: [
        { kind: 'free', name: `Reminder fee of 29 Dec 2026 (${invoice.number})`, amount: 500, taxCategory: 'O' },
        { kind: 'free', amount: 12, taxCategory: 'O', taxReason: 'Compensation for late payment: outside the scope of VAT' },
      ],
    })
    await expect(api('dunning.charge', { id: letter!.id })).rejects.toMatchObject(because('chargedAlready'))
    await api('invoices.discard', { id: draft.value.id })
    const { id } = await api('dunning.charge', { id: letter!.id })
    await api('invoices.issue', { id })
    expect(await api('dunning.get', { id: letter!.id })).toMatchObject({ chargeId: id })
    expect(await api('invoices.get', { id: invoice.id })).toMatchObject({ gross: 4200, open: 4200 })
    expect((await api('taxes.rates', {})).filter(({ category }) => category === 'O')).toHaveLength(1)
  })

  it('is nothing to invoice where it added nothing', async () => {
    const { api, remind } = await openOverdue()
    const [letter] = await remind('2026-12-15')
    await expect(api('dunning.charge', { id: letter!.id })).rejects.toMatchObject(because('nothingToCharge'))
  })
})

describe('reminders and their client', () => {
  it('stand in the timeline, and follow a merge and its undoing', async () => {
    const { api, remind, ids } = await openOverdue()
    const { id: twin } = await api('contacts.create', aContact())
    await remind('2026-12-15')
    await api('dunning.stop', { contactId: ids.anna, stopped: true })
    const of = async (contactId: number) => {
      const { entries } = await api('timeline.list', { contactId, kinds: ['invoice'] })
      const stopped = await api('dunning.isStopped', { contactId })
      return [entries.map(({ source, at }) => `${source} ${at.slice(0, 10)}`), stopped]
    }
    const all = [['reminder 2026-12-15', 'document 2026-11-24'], true]
    expect(await of(ids.anna)).toEqual(all)
    await api('contacts.merge', { survivorId: twin, loserIds: [ids.anna] })
    expect(await of(twin)).toEqual(all)
    await api('contacts.unmerge', { id: ids.anna })
    expect([await of(twin), await of(ids.anna)]).toEqual([[[], false], all])
  })
})
