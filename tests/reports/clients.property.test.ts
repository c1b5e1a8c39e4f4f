import { describe, expect, it } from 'vitest'
import { tierOf, worthOfAYear } from '../../shared/reports/clients.ts'
import { averageOf, shareOf } from '../../shared/reports/table.ts'
import { clockIn, dayAfter, daysBetween } from '../../shared/zone.ts'
import { fifthsOf } from './fifths.ts'
import { aRandomYear } from './random-year.ts'
import { byKey, column, sums } from './reading.ts'

const visits = `select contactId, startsAt from appointment
  where kind = 'visit' and contactId is not null and status not in ('cancelled', 'noShow') order by startsAt`
const nets = `select contactId, sum(netOfAll) as net from documentLine as line join document on document.id = line.documentId
  where issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher' and contactId is not null group by contactId`
const clock = clockIn('Europe/Berlin')
const one = () => 1

/** What is known of each client, put together from the diary and the books alone. */
async function aYearOfClients(seed: number) {
  const shop = await aRandomYear(seed)
  const today = clock.dayOf(shop.clock.now.getTime())
  const net = new Map(shop.rows<{ contactId: number; net: number }>(nets).map(row => [row.contactId, row.net]))
  const days = new Map<number, string[]>()
  for (const { contactId, startsAt } of shop.rows<{ contactId: number; startsAt: string }>(visits))
    days.set(contactId, [...(days.get(contactId) ?? []), clock.dayOf(Date.parse(startsAt))])
  const clients = [...days].map(([id, days]) => {
    const usualDays = usual(days)
    const lostAfter = usualDays === null ? 365 : Math.max(90, Math.round(3 * usualDays))
    return { id, days, usualDays, lostOn: dayAfter(days.at(-1)!, lostAfter), net: net.get(id) ?? 0 }
  })
  return { ...shop, today, clients }
}

/** The median of the last twelve gaps between the days of visits; two gaps at least. */
function usual(days: readonly string[]) {
  const known = [...new Set(days)]
  const gaps = known.slice(1).map((day, index) => daysBetween(known[index]!, day))
  const counted = gaps.slice(-12).toSorted((a, b) => a - b)
  if (counted.length < 2) return null
  return (counted[Math.floor((counted.length - 1) / 2)]! + counted[Math.floor(counted.length / 2)]!) / 2
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`
function monthsLater(month: string, later: number) {
  const date = new Date(`${month}T00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + later)
  return date.toISOString().slice(0, 10)
}

describe.each([1, 2])('The clients of a year (%i)', seed => {
  it('come back, fade and are lost as the diary says', { timeout: 120_000 }, async () => {
    const { api, today, clients } = await aYearOfClients(seed)
    const period = { from: monthOf(dayAfter(today, -395)), to: today }

    const cohorts = byKey(await api('reports.run', { report: 'cohorts', ...period }))
    const sizes = sums(clients, ({ days }) => monthOf(days[0]!), one)
    expect(Object.fromEntries(Object.entries(cohorts).map(([key, { fresh }]) => [key, fresh]))).toEqual(sizes)
    for (const [first, cells] of Object.entries(cohorts)) {
      const theirs = clients.filter(({ days }) => monthOf(days[0]!) === first)
      for (let later = 1; later <= 12; later++) {
        const month = monthsLater(first, later)
        const came = theirs.filter(({ days }) => days.some(day => monthOf(day) === month)).length
        expect([first, later, cells[`month${later}`]]).toEqual([
          first,
          later,
          monthsLater(month, 1) <= today ? shareOf(came, theirs.length) : null,
        ])
      }
    }

    const lost = clients.filter(({ lostOn }) => lostOn <= today && lostOn >= period.from)
    const byMonth = await api('reports.run', { report: 'clients', ...period, group: 'month' })
    expect(column(byMonth, 'lost')).toEqual(sums(lost, ({ lostOn }) => monthOf(lostOn), one))

    const late = clients.filter(({ usualDays, days, lostOn }) => {
      return usualDays !== null && dayAfter(days.at(-1)!, Math.round(usualDays)) < today && lostOn > today
    })
    const atRisk = byKey(await api('reports.run', { report: 'atRisk' }))
    expect(atRisk).toEqual(
      Object.fromEntries(
        late.map(({ id, days, usualDays, net }) => [
          id,
          {
            visits: days.length,
            usualDays: averageOf(usualDays!, 1),
            overdueDays: daysBetween(dayAfter(days.at(-1)!, Math.round(usualDays!)), today),
            worthOfAYear: worthOfAYear(usualDays!, net, days.length),
          },
        ]),
      ),
    )
  })

  it('stand where their last visit, their visits and their money put them', { timeout: 120_000 }, async () => {
    const { api, today, clients } = await aYearOfClients(seed)
    const seen = clients.flatMap(({ days, ...client }) => {
      const last = days.findLast(day => day <= today)
      return last === undefined ? [] : [{ ...client, visits: days.length, since: daysBetween(last, today) }]
    })
    const [recency, frequency, money] = [
      fifthsOf(seen.map(({ since }) => -since)),
      fifthsOf(seen.map(({ visits }) => visits)),
      fifthsOf(seen.map(({ net }) => net)),
    ]
    const placed = seen.map(client => ({
      ...client,
      tier: tierOf({ recency: recency(-client.since), frequency: frequency(client.visits), money: money(client.net) }),
    }))
    const byTier = await api('reports.run', { report: 'segments', group: 'tier' })
    expect(column(byTier, 'clients')).toEqual(sums(placed, ({ tier }) => tier, one))
    expect(column(byTier, 'netSoFar')).toEqual(
      sums(
        placed,
        ({ tier }) => tier,
        ({ net }) => net,
      ),
    )
    for (const { key } of byTier.rows) {
      const theirs = placed.filter(({ tier }) => tier === key)
      const members = await api('reports.run', { report: 'segments', group: 'client', tier: theirs[0]!.tier })
      expect(byKey(members)).toMatchObject(
        Object.fromEntries(theirs.map(({ id, visits, since, net }) => [id, { visits, averageDaysSince: since, netSoFar: net }])),
      )
      expect(members.all).toBe(theirs.length)
    }
  })
})
