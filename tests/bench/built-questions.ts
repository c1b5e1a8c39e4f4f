import type { Input } from '../../shared/contract.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
const of = (subject: Build['subject'], date: string, rows: string[], measures: string[]): Build => ({ subject, date, rows, measures })

/** What people put together most; the last are known by nothing but the rows themselves. */
export const usualBuilds: readonly Readonly<{ what: string; build: Build }>[] = [
  { what: 'sales by item', build: of('sales', 'issuedOn', ['item'], ['net', 'quantity', 'share']) },
  { what: 'sales by month and staff', build: of('sales', 'issuedOn', ['month', 'staff'], ['net', 'tax', 'gross']) },
  { what: 'visits by weekday and hour', build: of('visits', 'startsOn', ['weekday', 'hour'], ['booked', 'noShowRate']) },
  { what: 'payments by method', build: of('payments', 'paidOn', ['method'], ['takings', 'payments']) },
  { what: 'sales by staff and number of invoices', build: of('sales', 'issuedOn', ['staff'], ['net', 'documents', 'averageTicket']) },
  { what: 'sales by client', build: of('sales', 'issuedOn', ['client'], ['net', 'documents', 'share']) },
  { what: 'buyers by month', build: of('sales', 'issuedOn', ['month'], ['net', 'buyers']) },
  { what: 'visits by month and staff', build: of('visits', 'startsOn', ['month', 'staff'], ['booked', 'done', 'visitTime']) },
  { what: 'visits by service', build: of('visits', 'startsOn', ['service'], ['booked', 'noShowRate']) },
  { what: 'visits by where clients come from', build: of('visits', 'startsOn', ['source'], ['booked', 'seen']) },
  { what: 'visits by the month of booking', build: of('visits', 'bookedOn', ['month'], ['booked', 'done']) },
  { what: 'sales by client and item, row by row', build: of('sales', 'issuedOn', ['client', 'item'], ['net']) },
  { what: 'visits by hour and staff, row by row', build: of('visits', 'startsOn', ['hour', 'staff'], ['booked']) },
]
