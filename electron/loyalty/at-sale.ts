import { AppError } from '../../shared/errors.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import type { Reward, WantedReward } from '../../shared/loyalty/model.ts'
import { rewardedByAll, type Off } from '../../shared/loyalty/rewarding.ts'
import { asSold, eachAlone } from '../../shared/vouchers/rules.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { categoriesOf } from '../prices/quote.ts'
import { rewardOf } from './find.ts'
import * as queries from './queries.ts'
import { spendOn } from './redeem.ts'

/** What is sold after the rewards, and which of them took what off which line. */
export type RewardedSale = Readonly<{ draft: Draft; used: readonly Readonly<{ reward: Reward; off: readonly Off[] }>[] }>

/** Each line as it will stand on the invoice, so that it keeps its place. */
export async function withRewards(draft: Draft, wanted: readonly WantedReward[], { db }: CommandContext): Promise<RewardedSale> {
  if (wanted.length === 0) return { draft, used: [] }
  if (draft.contactId === null || draft.kind !== 'invoice') throw new AppError('invalid', 'rewardOfNobody')
  const rewards: Reward[] = []
  for (const { id } of wanted) rewards.push(await rewardOf(db, id))
  const before = eachAlone(asSold(draft.lines, draft))
  const categoryOf = await categoriesOf(
    db,
    before.flatMap(line => itemOf(line) ?? []),
  )
  const { lines, offs } = rewardedByAll({ lines: before, categoryOf: ({ kind, id }) => categoryOf({ kind, itemId: id }) }, rewards)
  const used = rewards.map((reward, place) => ({ reward, off: offs[place]! }))
  for (const [place, { reward, off }] of used.entries()) refuseOther(reward, sumOf(off), wanted[place]!.off)
  return { draft: { ...draft, lines }, used }
}

const itemOf = ({ kind, itemId }: Draft['lines'][number]) =>
  itemId !== null && (kind === 'service' || kind === 'product') ? { kind, itemId } : null

const sumOf = (off: readonly Off[]) => off.reduce((sum, { amount }) => sum + amount, 0)

/** Nobody pays another sum than the one on the screen. */
function refuseOther({ name }: Reward, off: number, seen: number) {
  if (off !== seen) throw new AppError('conflict', 'rewardChangedMeanwhile', { name })
}

/** Spends the points, in the transaction of the sale and before its invoice earns any: what is given away earns nothing. */
export async function redeemAtSale(context: CommandContext, documentId: number, { draft, used }: RewardedSale) {
  if (used.length === 0) return
  const { id: contactId } = await find(context.db, draft.contactId!)
  for (const { reward, off } of used) {
    const { id: redemptionId } = await spendOn(context, reward, { contactId, documentId, note: '' })
    const rows = off.map(({ place, amount, earns }) => ({ redemptionId, documentId, position: place, amount, earns: Number(earns) }))
    if (rows.length > 0) await queries.insertRewardedLines(context.db, rows).execute()
  }
}
