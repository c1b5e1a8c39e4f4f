import type { Input } from '../../shared/contract.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
const of = (subject: Build['subject'], date: string, rows: string[], measures: string[]): Build => ({ subject, date, rows, measures })

/** What people put together most; those that the sums of days do not know are counted row by row. */
export const usualBuilds: readonly Readonly<{ what: string; build: Build }>[] = [
  { what: 'sales by item', build: of('sales', 'issuedOn', ['item'], ['net', 'quantity', 'share']) },
  { what: 'sales by month and staff', build: of('sales', 'issuedOn', ['month', 'staff'], ['net', 'tax', 'gross']) },
  { what: 'visits by weekday and hour', build: of('visits', 'startsOn', ['weekday', 'hour'], ['booked', 'noShowRate']) },
  { what: 'payments by method', build: of('payments', 'paidOn', ['method'], ['takings', 'payments']) },
  { what: 'sales by client, row by row', build: of('sales', 'issuedOn', ['client'], ['net']) },
  { what: 'visits by month and staff, row by row', build: of('visits', 'startsOn', ['month', 'staff'], ['booked', 'done']) },
]
