import { expect, it } from 'vitest'
import { openLoyalShop } from '../loyalty/programme.ts'
import { byKey, totalOf } from './reading.ts'

it('points come and go on the days on which they are owed or not, also where the night they lapsed in was slept through', async () => {
  const { api, anInvoice, pay, ids, reward, programme, clock } = await openLoyalShop({ lapsesAfter: 1 })
  await pay((await anInvoice()).id, 4200)
  await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
  const { id } = await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
  await api('loyalty.takeBack', { id, note: 'Wrong reward' })
  clock.now = new Date('2027-03-01T09:00:00.000Z')
  await api.run('loyalty.lapse', {})

  const report = await api('reports.run', { report: 'loyalty', group: 'month', from: '2026-11-01', to: '2027-03-31' })
  expect(totalOf(report)).toEqual({ earned: 42, spent: 20, lapsed: 22, reversed: 0, pointsChange: 0 })
  const months = byKey(report)
  const owedOn = async (day: string) => (await api('loyalty.liability', { programmeId: programme.id, day })).points
  let owed = 0
  for (const [month, day] of [
    ['2026-11-01', '2026-11-30'],
    ['2026-12-01', '2026-12-31'],
    ['2027-01-01', '2027-01-31'],
    ['2027-02-01', '2027-02-28'],
  ] as const) {
    owed += Number(months[month]!.pointsChange)
    expect([day, owed]).toEqual([day, await owedOn(day)])
  }
})

it('a report without points is not said to be empty because of the name of its programme; one without rules says so', async () => {
  const { api } = await openLoyalShop()
  await expect(api('reports.run', { report: 'loyalty' })).resolves.toMatchObject({ remarks: ['Points of Stars.'], emptyBecause: null })
  const { remarks, emptyBecause } = await api('reports.run', { report: 'commissions' })
  expect(remarks).toEqual([emptyBecause])
})
