import type { Build } from '../../../shared/reports/built/model.ts'
import { spanIn } from '../../../shared/reports/built/subjects.ts'
import type { Link } from '../../../shared/reports/model.ts'
import { nextBeginning, type Days, type Span } from '../../../shared/reports/periods.ts'
import { dayAfter } from '../../../shared/zone.ts'
import type { Key } from './source.ts'

const pages: Readonly<Record<string, string>> = { document: 'invoice', client: 'contact' }

/** What is behind a row: whom or what it names; where it is nothing but a part of time, the list of those days. */
export function linkOf(build: Build, keys: readonly Key[], days: Days): Link | null {
  for (const [field, page] of Object.entries(pages)) {
    const id = Number(keys[build.rows.indexOf(field)] ?? 0)
    if (id > 0) return { page, id, query: {} }
  }
  if (build.rows.length > 1) return null
  const [field, key] = [build.rows[0]!, String(keys[0])]
  if (field === 'method') return { page: 'payments', id: null, query: { ...days, method: key } }
  const span = spanIn(field)
  return span && key !== '' ? listOf(build, within(days, span, key)) : null
}

function within({ from, to }: Days, span: Span, key: string): Days {
  const last = dayAfter(nextBeginning(span, key), -1)
  return { from: key < from ? from : key, to: last > to ? to : last }
}

function listOf({ subject, date }: Build, days: Days): Link | null {
  if (subject === 'sales') return { page: 'invoices', id: null, query: { ...days } }
  if (subject === 'payments') return { page: 'payments', id: null, query: { ...days } }
  if (date !== 'startsOn') return null
  return { page: 'calendar', id: null, query: { day: days.from, view: days.from === days.to ? 'day' : 'week' } }
}
