import { AppError } from '../../shared/errors.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import type { Item, Reward, WantedReward } from '../../shared/loyalty/model.ts'
import { rewardedByAll, type Off } from '../../shared/loyalty/rewarding.ts'
import { asSold, eachAlone } from '../../shared/vouchers/rules.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { categoriesOf } from '../prices/quote.ts'
import { programmesOf, rewardOf } from './find.ts'
import * as queries from './queries.ts'
import { noteReward, payNoted } from './redeem.ts'
import { bill } from './visit-reward-queries.ts'
import { heldAtSale } from './held-points.ts'

/** What is sold after the rewards, and which of them took what off which line. */
type RewardedSale = Readonly<{ draft: Draft; used: readonly Readonly<{ reward: Reward; off: readonly Off[] }>[] }>

export async function withRewards(draft: Draft, wanted: readonly WantedReward[], { db }: CommandContext): Promise<RewardedSale> {
  if (wanted.length === 0) return { draft, used: [] }
  if (draft.contactId === null || draft.kind !== 'invoice') throw new AppError('invalid', 'rewardOfNobody')
  const rewards: Reward[] = []
  for (const { id } of wanted) rewards.push(await rewardOf(db, id))
  const { lines, offs } = rewardedByAll(await linesForRewards(db, draft), rewards)
  const used = rewards.map((reward, place) => ({ reward, off: offs[place]! }))
  for (const [place, { reward, off }] of used.entries()) refuseOther(reward, sumOf(off), wanted[place]!.off)
  return { draft: { ...draft, lines }, used }
}

/** Each line as it will stand on the invoice, and what it is of. */
export async function linesForRewards(db: Db, draft: Draft) {
  const lines = eachAlone(asSold(draft.lines, draft))
  const categoryOf = await categoriesOf(
    db,
    lines.flatMap(line => itemOf(line) ?? []),
  )
  return { lines, categoryOf: ({ kind, id }: Item) => categoryOf({ kind, itemId: id }) }
}

const itemOf = ({ kind, itemId }: Draft['lines'][number]) =>
  itemId !== null && (kind === 'service' || kind === 'product') ? { kind, itemId } : null

const sumOf = (off: readonly Off[]) => off.reduce((sum, { amount }) => sum + amount, 0)

/** Nobody pays another sum than the one on the screen. */
function refuseOther({ name }: Reward, off: number, seen: number) {
  if (off !== seen) throw new AppError('conflict', 'rewardChangedMeanwhile', { name })
}

type Noted = Readonly<{ id: number; reward: Reward; contactId: number; documentId: number; appointmentId: null; note: '' }>

/**
 * Spends the points, in the transaction of the sale and before its invoice earns any: what is given away earns nothing. What was reserved
 * with the visit goes on the invoice. Returns what may be spent of what the sale earns itself, once it has.
 */
export async function redeemAtSale(context: CommandContext, documentId: number, { draft, used }: RewardedSale) {
  const rewardIds = used.map(({ reward }) => reward.id)
  const held = await heldAtSale(context, draft, rewardIds)
  if (used.length === 0) return []
  const { id: contactId } = await find(context.db, draft.contactId!)
  const later: Noted[] = []
  for (const [place, { reward, off }] of used.entries()) {
    const isHeld = held !== null && place === rewardIds.indexOf(held.rewardId!)
    const noted = isHeld ? null : await redeemOne(context, reward, { contactId, documentId })
    if (isHeld) await bill(context.db, held.id, documentId).execute()
    if (noted?.isLater) later.push(noted)
    await noteLines(context, off, { redemptionId: isHeld ? held.id : noted!.id, documentId })
  }
  return later
}

async function redeemOne(context: CommandContext, reward: Reward, whom: Pick<Noted, 'contactId' | 'documentId'>) {
  const of = { ...whom, appointmentId: null, note: '' as const }
  const noted = { ...of, reward, id: await noteReward(context, reward, of) }
  const isLater = (await programmesOf(context.db)).some(({ id, terms }) => id === reward.programmeId && terms.sameSale)
  if (!isLater) await payNoted(context, reward, noted)
  return { ...noted, isLater }
}

type OnInvoice = Readonly<{ redemptionId: number; documentId: number }>

async function noteLines({ db }: CommandContext, off: readonly Off[], on: OnInvoice) {
  const rows = off.map(({ place, amount, earns }) => ({ ...on, position: place, amount, earns: Number(earns) }))
  if (rows.length > 0) await queries.insertRewardedLines(db, rows).execute()
}

/** Once the sale has earned. */
export async function spendEarned(context: CommandContext, noted: readonly Noted[]) {
  for (const { reward, id, contactId, documentId, appointmentId, note } of noted)
    await payNoted(context, reward, { id, contactId, documentId, appointmentId, note })
}
