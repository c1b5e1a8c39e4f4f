import { decimalText } from '../einvoice/decimal.ts'
import type { Booking } from './bookings.ts'
import { columns } from './columns.ts'
import type { AccountantSettings } from './model.ts'
import { yearOf } from './years.ts'

export type Batch = Readonly<{
  from: string
  to: string
  /** On the shop's wall, `2026-11-24T09:30:00.000`. */
  createdAt: string
  name: string
  currency: string
}>
type Known = Pick<AccountantSettings, 'chart' | 'accountLength' | 'yearBegins'> & Readonly<{ consultant: number; client: number }>

/** Control characters are not allowed, and within quotes a quote is doubled. */
const quoted = (text: string, length: number) =>
  `"${text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, length)
    .replaceAll('"', '""')}"`

const compact = (day: string) => day.replaceAll('-', '')

/** What kind of file it is, whose, of which days; left open, so that the accountant can still put right what is wrong. */
export function headOf({ from, to, createdAt, name, currency }: Batch, known: Known): string {
  const { consultant, client, accountLength, yearBegins, chart } = known
  return [
    ...['"EXTF"', 700, 21, '"Buchungsstapel"', 13, createdAt.replace(/\D/g, '').slice(0, 17), '', '"RE"', '""', '""'],
    ...[consultant, client, compact(yearOf(from, yearBegins)), accountLength, compact(from), compact(to), quoted(name, 30), '""'],
    ...[1, 0, 0, `"${currency}"`, '', '""', '', '', `"${chart.slice(3)}"`, '', '', '""', '""'],
  ].join(';')
}

export const columnLine = columns.map(({ name }) => name).join(';')

/** One booking. Its year is that of the head. */
export function lineOf({ amount, account, counter, taxKey, day, reference, text, vatId }: Booking): string {
  const [, month, date] = day.split('-')
  const values: Record<string, string> = {
    'Umsatz (ohne Soll/Haben-Kz)': decimalText(Math.abs(amount), 2).replace('.', ','),
    'Soll/Haben-Kennzeichen': amount < 0 ? 'H' : 'S',
    Konto: account,
    'Gegenkonto (ohne BU-Schlüssel)': counter,
    'BU-Schlüssel': taxKey,
    Belegdatum: `${date}${month}`,
    // Other characters are not allowed in it.
    'Belegfeld 1': reference.replace(/[^\w$%\-/]/g, '-').slice(0, 36),
    Buchungstext: text,
    'EU-Land u. UStID (Bestimmung)': vatId.replace(/\s/g, '').slice(0, 15),
    Festschreibung: '0',
  }
  return columns.map(({ name, isText }) => (isText ? quoted(values[name] ?? '', 60) : (values[name] ?? ''))).join(';')
}
