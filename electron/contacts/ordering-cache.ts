import { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/call.ts'
import type { Connection } from '../db/open.ts'
import type { Wanted } from './ordering.ts'

const remembered = 4

/**
 * Any page of a list, wherever it lies, is a slice of the list's order. The order of the last few lists is remembered until
 * anything is written, by this process or another.
 */
export function createOrderingCache({ sqlite }: Connection, read: (wanted: Wanted) => Promise<Result>) {
  const orders = new Map<string, Promise<Uint32Array>>()
  const version = sqlite.prepare('select total_changes()').pluck()
  let seen = ''

  return (wanted: Wanted): Promise<Uint32Array> => {
    const now = `${String(sqlite.pragma('data_version', { simple: true }))}/${String(version.get())}`
    if (now !== seen) orders.clear()
    seen = now
    const name = JSON.stringify([wanted.text, wanted.kind, wanted.tag, wanted.trashed, wanted.sort, wanted.descending])
    const order = orders.get(name) ?? read(wanted).then(unwrap)
    order.catch(() => orders.delete(name))
    orders.delete(name)
    orders.set(name, order)
    if (orders.size > remembered) orders.delete(orders.keys().next().value!)
    return order
  }
}

function unwrap(result: Result) {
  if (!result.ok) throw AppError.from(result)
  return result.value as Uint32Array
}
