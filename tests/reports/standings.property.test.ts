import { describe, expect, it } from 'vitest'
import { tierOf, tiers } from '../../shared/reports/clients.ts'
import { clockIn, dayAfter, daysBetween } from '../../shared/zone.ts'
import { fifthsOf } from './fifths.ts'
import { byKey, column, sums } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const clock = clockIn('Europe/Berlin')
const visits = `select contactId, startsAt from appointment where kind = 'visit' and contactId is not null and status not in ('cancelled', 'noShow')`
const sold = `select contactId, sum(line.netOfAll) as net from document join documentLine as line on line.documentId = document.id
  where issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher' and contactId is not null group by contactId`

type Rows = Awaited<ReturnType<typeof aRandomShop>>['rows']
function naiveTiers(rows: Rows, now: Date) {
  const nets = new Map(rows<{ contactId: number; net: number }>(sold).map(({ contactId, net }) => [contactId, net]))
  const byClient = Map.groupBy(rows<{ contactId: number; startsAt: string }>(visits), ({ contactId }) => contactId)
  const facts = [...byClient].flatMap(([contactId, theirs]) => {
    const past = theirs.map(({ startsAt }) => startsAt).filter(at => at <= now.toISOString())
    if (past.length === 0) return []
    const since = daysBetween(clock.dayOf(Date.parse(past.toSorted().at(-1)!)), clock.dayOf(now.getTime()))
    return [{ contactId, since, visits: theirs.length, net: nets.get(contactId) ?? 0 }]
  })
  const [recency, frequency, money] = [
    fifthsOf(facts.map(({ since }) => -since)),
    fifthsOf(facts.map(({ visits }) => visits)),
    fifthsOf(facts.map(({ net }) => net)),
  ]
  return facts.map(one => ({
    ...one,
    tier: tierOf({ recency: recency(-one.since), frequency: frequency(one.visits), money: money(one.net) }),
  }))
}

describe.each(seeds)('The groups of clients of a shop (%i)', seed => {
  it('are those of a count by hand, and each is a filter that shows the same clients', { timeout: 90_000 }, async () => {
    const { api, rows, clock: wall } = await aRandomShop(seed, { more: 12, days: 60 })
    const naive = naiveTiers(rows, wall.now)
    const report = await api('reports.run', { report: 'segments' })
    expect(column(report, 'clients')).toEqual(
      sums(
        naive,
        ({ tier }) => tier,
        () => 1,
      ),
    )
    expect(column(report, 'netSoFar')).toEqual(
      sums(
        naive,
        ({ tier }) => tier,
        ({ net }) => net,
      ),
    )
    expect(report.lists.map(({ name }) => name)).toEqual(report.rows.map(({ label }) => label))
    for (const [place, { filter }] of report.lists.entries()) {
      const { key } = report.rows[place]!
      const { contacts } = await api('contacts.list', { conditions: filter, limit: 100 })
      const theirs = naive.filter(({ tier }) => tier === key).map(({ contactId }) => contactId)
      expect([key, contacts.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([key, theirs.sort((a, b) => a - b)])
      const list = await api('reports.run', { report: 'segments', group: 'client', tier: key as (typeof tiers)[number] })
      expect(
        Object.keys(byKey(list))
          .map(Number)
          .sort((a, b) => a - b),
      ).toEqual(theirs)
    }
  })

  it('go on without whoever is in the trash, and follow a merge', { timeout: 90_000 }, async () => {
    const { api, rows, clock: wall, clients } = await aRandomShop(seed, { more: 9, days: 40 })
    const counted = async () => column(await api('reports.run', { report: 'segments' }), 'clients')
    const before = await counted()
    await api('contacts.merge', { survivorId: clients[0]!, loserIds: [clients[1]!] })
    const naive = naiveTiers(rows, wall.now)
    expect(await counted()).toEqual(
      sums(
        naive,
        ({ tier }) => tier,
        () => 1,
      ),
    )
    expect((await api('reports.verify', {})).broken).toEqual([])
    await api('contacts.unmerge', { id: clients[1]! })
    expect(await counted()).toEqual(before)
    await api('contacts.trash', { ids: [clients[0]!] })
    const count = Object.values(await counted()).reduce<number>((sum, clients) => sum + Number(clients), 0)
    expect(count).toBe(Object.values(before).reduce<number>((sum, clients) => sum + Number(clients), 0) - 1)
  })
})

it('Whoever is late or lost by the report is so by its filter', { timeout: 90_000 }, async () => {
  const { api, clock: wall } = await aRandomShop(3, { more: 9, days: 60 })
  for (const later of [30, 120, 420]) {
    wall.now = new Date(wall.now.getTime() + later * 86_400_000)
    const late = await api('reports.run', { report: 'atRisk' })
    const shown = await api('contacts.list', { conditions: late.lists[0]!.filter, limit: 100 })
    expect(shown.contacts.map(({ id }) => String(id)).sort()).toEqual(late.rows.map(({ key }) => key).sort())
    const today = clock.dayOf(wall.now.getTime())
    const lost = await api('reports.run', { report: 'clients', group: 'year', from: '2026-01-01', to: dayAfter(today, 1) })
    const gone = await api('contacts.list', { conditions: lost.lists[0]!.filter })
    expect(gone.total).toBe(Object.values(column(lost, 'lost')).reduce<number>((sum, clients) => sum + Number(clients), 0))
  }
})
