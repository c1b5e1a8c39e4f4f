import { reverse, type Reversible } from '../../shared/loyalty/ledger.ts'
import type { Programme, Terms } from '../../shared/loyalty/model.ts'
import type { CommandContext } from '../handlers.ts'
import { stampOf } from './lots.ts'
import * as queries from './queries.ts'

/** So many points of these lots, with the invoice that brought them. */
export type TakenBack = Readonly<{
  programme: Pick<Programme, 'name' | 'unit'>
  terms: Pick<Terms, 'mayOwe' | 'fromRefund' | 'worth'>
  documentId: number
  lots: readonly Reversible[]
  points: number
}>

/** How many of those that are spent are paid for with money that would have gone back, and how the ledger says so. */
export type KeepBack = (taken: TakenBack) => Promise<Readonly<{ kept: number; note: string }>>
export const keepNothing: KeepBack = () => Promise.resolve({ kept: 0, note: '' })

/** In the caller's transaction. */
export async function takeBack(context: CommandContext, taken: TakenBack, keepBack: KeepBack) {
  const { terms, documentId, lots, points } = taken
  const { kept, note } = await keepBack(taken)
  const stamp = await stampOf(context)
  const rows = reverse(lots, points, { mayOwe: terms.mayOwe, kept }).map(({ kept, ...reversal }) => ({
    ...{ ...reversal, ...stamp, kind: 'reversed' as const, redemptionId: null, documentId },
    ...{ note: kept > 0 ? note : '', user: context.session.user },
  }))
  if (rows.length > 0) await queries.insertEntries(context.db, rows).execute()
}
