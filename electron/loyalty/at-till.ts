import type { z } from 'zod'
import type { Draft } from '../../shared/invoices/model.ts'
import { earned, total, type EarningLine } from '../../shared/loyalty/earning.ts'
import { balanceOf } from '../../shared/loyalty/ledger.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Programme, Reward } from '../../shared/loyalty/model.ts'
import { costOf } from '../../shared/loyalty/reservation.ts'
import { rewardedInTurn } from '../../shared/loyalty/rewarding.ts'
import { find } from '../contacts/find.ts'
import type { Context } from '../handlers.ts'
import { count, taxesFor } from '../invoices/count.ts'
import { shopOf } from '../invoices/shop.ts'
import { linesForRewards } from './at-sale.ts'
import { obstaclesFor } from './availability.ts'
import { counts } from './earn.ts'
import { programmesOf, rewardsOf } from './find.ts'
import * as queries from './queries.ts'
import { heldFor } from './held-points.ts'
import { isFirstOf, toLine } from './sale.ts'
import { tierToday } from './tiers.ts'

type Input = z.output<(typeof loyaltyContract)['loyalty.atSale']['input']>
type AtSale = z.output<(typeof loyaltyContract)['loyalty.atSale']['output']>

/** What a sale is about to earn, and what can be had with that. */
export async function atSale({ draft, rewards: wanted }: Input, context: Context): Promise<AtSale> {
  const { db, now } = context
  if (draft.contactId === null || draft.kind !== 'invoice') return []
  const till = await tillOf({ ...draft, contactId: draft.contactId }, context)
  const rewards = await rewardsOf(db)
  const chosen = wanted.flatMap(id => rewards.find(reward => reward.id === id) ?? [])
  const running = (await programmesOf(db)).filter(programme => counts(programme, { day: till.today, issuedAt: now().toISOString() }))
  return Promise.all(running.map(programme => inProgramme(context, till, { programme, chosen, rewards })))
}

type Till = Awaited<ReturnType<typeof tillOf>>
type Chosen = Readonly<{ programme: Programme; chosen: readonly Reward[]; rewards: readonly Reward[] }>

async function inProgramme({ db }: Context, till: Till, { programme, chosen, rewards }: Chosen): Promise<AtSale[number]> {
  const { id: programmeId, terms } = programme
  const { contactId, today } = till
  const tier = await tierToday(db, programme, contactId, today)
  const earnsWith = (taken: readonly Reward[]) => Math.max(0, total(earned(terms, { ...till.sale, tier, lines: till.linesAfter(taken) })))
  const lots = await queries.lotsOf(db, contactId, programmeId).execute()
  const isOwn = (reward: Reward) => reward.programmeId === programmeId
  const held = till.held?.programmeId === programmeId ? till.held : null
  /** How many points are left of all, or lacking; what is reserved with the visit costs what it did then. */
  const leftWith = (taken: readonly Reward[]) => {
    const cost = costOf(taken.filter(isOwn), held)
    return balanceOf(lots, today) + (terms.sameSale ? earnsWith(taken) : 0) - cost
  }
  const offered = terms.sameSale ? rewards.filter(reward => isOwn(reward) && reward.archivedAt === null) : []
  const obstacleOf = await obstaclesFor(db, offered, { contactId, today, day: today, lots })
  const affordable = offered
    .filter(reward => obstacleOf(reward) === null || obstacleOf(reward) === 'pointsTooFew')
    .filter(reward => leftWith([...chosen, reward]) >= 0)
    .map(({ id }) => id)
  return { programmeId, earns: earnsWith(chosen), affordable, lacking: Math.max(0, -leftWith(chosen)) }
}

/** The client and the sale as the rules see them, as if it were paid at this moment. */
async function tillOf(draft: Draft & { contactId: number }, { db, now }: Context) {
  const { id: contactId, birthday } = await find(db, draft.contactId)
  const shop = await shopOf(db, now())
  const { today } = shop
  const sale = await linesForRewards(db, draft)
  const taxOf = await taxesFor(db, sale.lines, { rates: shop.rates, day: today, language: shop.settings.language })
  function linesAfter(rewards: readonly Reward[]): EarningLine[] {
    const { lines, taken } = rewardedInTurn(sale, rewards)
    const given = new Set(taken.flatMap(({ off }) => off.flatMap(({ place, earns }) => (earns ? [] : [place]))))
    const { rows } = count(lines, draft.pricing ?? shop.invoicing.pricing, draft.discount, taxOf)
    return rows.flatMap(({ kind, serviceId = null, productId = null, name, quantity, netOfAll, tax }, place) =>
      (kind === 'service' || kind === 'product' || kind === 'free') && !given.has(place)
        ? [toLine({ serviceId, productId, name, quantity, net: netOfAll, gross: netOfAll + tax })]
        : [],
    )
  }
  const facts = { day: today, isVisit: draft.appointmentId !== null, isFirst: await isFirstOf(db, contactId), birthday }
  return { contactId, today, sale: facts, linesAfter, held: await heldFor({ db }, draft) }
}
