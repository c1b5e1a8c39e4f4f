import type { Input } from '../../shared/contract.ts'
import { openShop } from '../support/shop.ts'

export const terms: Input<'loyalty.createProgramme'>['terms'] = {
  byAmount: { points: 1, per: 100, base: 'gross' },
  ...{ byVisit: null, byItem: [], first: null, birthday: null, weekdays: [], excluded: [], cap: null, lapsesAfter: 12 },
  ...{ earnedWhen: 'paid', mayOwe: true, worth: { points: 100, amount: 500 } },
}

/** A point for each euro that was paid, which lapses after a year; five euros for a hundred. */
export async function openLoyalShop(changes: Partial<typeof terms> = {}, options: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(options)
  const { api, ids } = shop
  const programme = await api('loyalty.createProgramme', {
    ...{ name: 'Stars', unit: 'stars', startsOn: '2026-01-01' },
    terms: { ...terms, ...changes },
  })
  const reward = await api('loyalty.createReward', {
    programmeId: programme.id,
    name: 'Five euros off',
    points: 20,
    effect: { kind: 'amount', amount: 500 },
  })
  const pay = (documentId: number, amount: number) => api('payments.record', { method: 'card', amount, documentIds: [documentId] })
  const balance = async (contactId = ids.anna) => (await api('loyalty.balance', { contactId }))[0]!.points
  const ledger = (contactId = ids.anna) => api('loyalty.ledger', { contactId, programmeId: programme.id })
  return { ...shop, programme, reward, pay, balance, ledger }
}
