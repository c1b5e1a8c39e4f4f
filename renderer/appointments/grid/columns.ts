import type { CalendarEntry } from '../../../shared/appointments/model.ts'
import type { Resource } from '../../../shared/resources/model.ts'
import type { Staff } from '../../../shared/staff/model.ts'
import { columnOf, nowhere, type ColumnKind } from './blocks.ts'

/** `id` is null for what nobody, or no room, is named for. */
export type Column = Readonly<{ key: string; id: number | null; name: string; visits: number }>

type Named = Pick<Staff | Resource, 'id' | 'name'>

/** One column for each, in the shop's order; those who left only where they still have visits, and one for what has nobody. */
export function columnsOf(
  by: ColumnKind,
  all: readonly Named[],
  known: ReadonlyMap<number, Named>,
  entries: readonly CalendarEntry[],
): Column[] {
  const counts = countsOf(by, entries)
  const listed = new Set(all.map(({ id }) => String(id)))
  const others = [...counts.keys()].filter(key => key !== nowhere && !listed.has(key)).flatMap(key => known.get(Number(key)) ?? [])
  const columns = [...all, ...others].map(({ id, name }): Column => ({ key: String(id), id, name, visits: counts.get(String(id)) ?? 0 }))
  // What needs no room is no news on a page of rooms; whom nobody serves is.
  return by === 'staff' && counts.has(nowhere) ? [...columns, nobodys(counts.get(nowhere))] : columns
}

export const nobodys = (visits = 0): Column => ({ key: nowhere, id: null, name: '', visits })

function countsOf(by: ColumnKind, entries: readonly CalendarEntry[]) {
  const counts = new Map<string, number>()
  for (const { kind, services } of entries) {
    const keys = new Set(services.map(part => columnOf(by, part)))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + (kind === 'visit' ? 1 : 0))
  }
  return counts
}
