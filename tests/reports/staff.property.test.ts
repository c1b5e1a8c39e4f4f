import { describe, expect, it } from 'vitest'
import { decimalOf, shareOf } from '../../shared/reports/table.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { byKey, column, sums } from './reading.ts'
import { aRandomYear } from './random-year.ts'

type Visit = { contactId: number; startsAt: string; status: string; staffId: number; minutes: number }
type Line = { issuedOn: string; contactId: number; kind: string; itemId: number; staffId: number; quantity: number; net: number }

const visits = `select visit.contactId, visit.startsAt, status, staffId,
    cast(round((julianday(part.endsAt) - julianday(part.startsAt)) * 1440) as integer) as minutes
  from appointment as visit join appointmentService as part on part.appointmentId = visit.id where kind = 'visit' order by visit.startsAt`
const lines = `select issuedOn, contactId, line.kind, coalesce(serviceId, productId) as itemId, staffId, quantity, netOfAll as net
  from documentLine as line join document on document.id = line.documentId where issuedAt is not null`
const clock = clockIn('Europe/Berlin')
const dayOf = ({ startsAt }: Visit) => clock.dayOf(Date.parse(startsAt))
const came = ({ status }: Visit) => status !== 'cancelled' && status !== 'noShow'
const one = () => 1

describe.each([3, 4])('The people and the seasons of a year (%i)', seed => {
  it('are what the diary and the books say of them', { timeout: 120_000 }, async () => {
    const { api, rows, staff, clock: now } = await aRandomYear(seed)
    const today = clock.dayOf(now.now.getTime())
    const period = { from: dayAfter(today, -200), to: dayAfter(today, -20) }
    const within = (day: string) => day >= period.from && day <= period.to
    const ask = (report: 'staff' | 'seasonality' | 'utilisation' | 'clients', over: object = {}) =>
      api('reports.run', { report, ...period, ...over })
    const all = rows<Visit>(visits)
    const booked = all.filter(visit => within(dayOf(visit)))
    const sold = rows<Line>(lines).filter(({ issuedOn }) => within(issuedOn))

    const last = new Map(all.filter(came).map(({ contactId, startsAt }) => [contactId, startsAt]))
    const people = byKey(await ask('staff'))
    for (const id of staff) {
      const theirs = booked.filter(({ staffId }) => staffId === id)
      const [served, missed] = [theirs.filter(came), theirs.filter(({ status }) => status === 'noShow')]
      const again = served.filter(({ contactId, startsAt }) => startsAt < last.get(contactId)!)
      const products = sold.filter(({ staffId, kind }) => staffId === id && kind === 'product')
      const pieces = products.reduce((sum, { quantity }) => sum + quantity / 1000, 0)
      expect(people[id]).toMatchObject({
        net: sold.filter(({ staffId }) => staffId === id).reduce((sum, { net }) => sum + net, 0),
        visits: served.length,
        noShowRate: shareOf(missed.length, served.length + missed.length),
        rebookingRate: shareOf(again.length, served.length),
        productsPerVisit: decimalOf(pieces, served.length),
      })
    }

    const months = byKey(await ask('seasonality'))
    const quantities = sums(
      sold,
      ({ kind, itemId, issuedOn }) => `${kind}.${itemId} month${Number(issuedOn.slice(5, 7))}`,
      ({ quantity }) => quantity,
    )
    const told = Object.entries(months).flatMap(([item, { quantity: _sum, ...cells }]) =>
      Object.entries(cells).map(([month, quantity]) => [`${item} ${month}`, quantity] as const),
    )
    expect(Object.fromEntries(told.filter(([, quantity]) => quantity !== 0))).toEqual(quantities)

    const busy = booked.filter(came)
    expect(column(await ask('utilisation', { group: 'staff' }), 'busy')).toEqual(
      sums(
        busy,
        ({ staffId }) => String(staffId),
        ({ minutes }) => minutes,
      ),
    )
    expect(column(await ask('utilisation', { group: 'month' }), 'missed')).toEqual(
      sums(
        booked.filter(({ status }) => status === 'noShow'),
        visit => `${dayOf(visit).slice(0, 7)}-01`,
        ({ minutes }) => minutes,
      ),
    )

    const cityOf = new Map(
      rows<{ id: number; city: string }>(`select id, coalesce(addresses ->> '$[0].locality', '') as city from contact`).map(row => [
        row.id,
        row.city,
      ]),
    )
    const guests = [...new Set(busy.map(({ contactId }) => contactId))]
    expect(column(await ask('clients', { group: 'city' }), 'seen')).toEqual(sums(guests, id => cityOf.get(id)!, one))
  })
})
