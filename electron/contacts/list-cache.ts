import type { Result } from '../../shared/call.ts'
import { unwrap } from '../../shared/api.ts'
import type { Connection } from '../db/open.ts'
import { todayOf } from '../settings/today.ts'
import { totalOf, type Wanted } from './ordering.ts'

/** What a list needs to know as a whole, remembered until anything is written, by this process or another. */
export type Lists = {
  /** Any page, wherever it lies, is a slice of this. Worked out on a worker. */
  order(wanted: Wanted): Promise<Uint32Array>
  /** The number of contacts, or of those in the trash, whatever else is filtered. */
  total(wanted: Wanted): Promise<number>
}

const remembered = 4
/** Counting that many takes a millisecond or two; more are counted on a worker, lest an import has the main thread count all day. */
const countedHereUpTo = 100_000

/** The two questions that a worker answers. */
export type Read = (name: 'contacts.ordered' | 'contacts.counted', wanted: Wanted) => Promise<Result>

export function createListCache(connection: Connection, read: Read, now: () => Date): Lists {
  const version = connection.sqlite.prepare('select total_changes()').pluck()
  const orders = new Map<string, Promise<Uint32Array>>()
  const totals = new Map<string, Promise<number>>()
  const last = new Map<boolean, number>()
  let seen = ''

  async function countAnew(wanted: Wanted) {
    const isLong = (last.get(wanted.trashed) ?? 0) > countedHereUpTo
    const total = isLong ? (unwrap(await read('contacts.counted', wanted)) as number) : await totalOf(connection, wanted)
    last.set(wanted.trashed, total)
    return total
  }

  function forgetWhatIsOld() {
    const now = `${String(connection.sqlite.pragma('data_version', { simple: true }))}/${String(version.get())}`
    if (now === seen) return
    seen = now
    orders.clear()
    totals.clear()
  }

  return {
    order: async wanted => {
      const { text, kind, tag, trashed, conditions, sort, descending } = wanted
      // What a filter says about days is something else tomorrow.
      const today = conditions && (await todayOf(connection.db, now()))
      forgetWhatIsOld()
      return recall(
        orders,
        JSON.stringify([text, kind, tag, trashed, conditions, today, sort, descending]),
        async () => unwrap(await read('contacts.ordered', wanted)) as Uint32Array,
      )
    },
    total: wanted => {
      forgetWhatIsOld()
      return recall(totals, String(wanted.trashed), () => countAnew(wanted))
    },
  }
}

/** The one that was used longest ago makes room; what failed is not remembered. */
function recall<T>(known: Map<string, Promise<T>>, name: string, make: () => Promise<T>) {
  const value = known.get(name) ?? make()
  value.catch(() => known.delete(name))
  known.delete(name)
  known.set(name, value)
  if (known.size > remembered) known.delete(known.keys().next().value!)
  return value
}
