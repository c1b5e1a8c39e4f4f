import { dice } from '../../shared/demo/dice.ts'
import { demoProgramme, demoRewards, demoTerms } from '../../shared/demo/loyalty.ts'
import { demoPoints } from '../../shared/demo/points.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { portions } from '../../shared/group.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { JobContext } from '../handlers.ts'
import type { Shop } from '../invoices/shop.ts'
import { makeCards } from '../loyalty/cards.ts'
import { programmeOf, rewardsOf } from '../loyalty/find.ts'
import * as loyalty from '../loyalty/queries.ts'
import * as queries from './queries.ts'

const days = 366
const rowsAtOnce = 200

/** A year of points, for the invoices of the demo: earned when they were paid, spent now and then, lapsed at the end of their month. */
export async function fillLoyalty(context: JobContext, shop: Shop) {
  const { db, session } = context
  const programmeId = await begin(context, shop)
  const { terms } = await programmeOf(db, programmeId)
  const rewards = (await rewardsOf(db)).filter(({ effect }) => effect.kind === 'gift').toReversed()
  const sales = (await queries.paidInvoices(db).execute()).map(({ day, at, ...sale }) => ({ ...sale, day: day!, at: at! }))
  const first = await queries.freeOfLoyalty(db).executeTakeFirstOrThrow()
  const { lots, redemptions, entries } = demoPoints(dice(demoSeed + 11), sales, { terms, rewards, first })
  const facts = { programmeId, note: '', user: session.user }
  for (const some of portions(lots, rowsAtOnce)) {
    const rows = some.map(lot => ({ ...lot, ...facts, reason: 'invoice' as const, left: lot.points, why: whyOf(lot.points) }))
    await loyalty.insertLots(db, rows).execute()
    await makeCards(
      context,
      some.map(({ contactId }) => contactId),
    )
  }
  for (const some of portions(redemptions, rowsAtOnce)) {
    const rows = some.map(redemption => ({ ...redemption, ...facts, documentId: null }))
    await loyalty.insertRedemptions(db, rows).execute()
  }
  for (const some of portions(entries(shop.today), rowsAtOnce)) {
    const rows = some.map(entry => ({ ...entry, documentId: null, note: '', user: session.user }))
    await loyalty.insertEntries(db, rows).execute()
  }
}

const whyOf = (points: number) => JSON.stringify([{ reason: 'amount', points, text: '' }])

async function begin({ db, now }: JobContext, { settings: { language }, today }: Shop) {
  const at = new Date(now().getTime() - days * 86_400_000).toISOString()
  const startsOn = dayAfter(today, -days)
  const row = { ...demoProgramme(language), startsOn, endedAt: null, createdAt: at }
  const { id } = await loyalty.insertProgramme(db, row).executeTakeFirstOrThrow()
  await loyalty.insertTerms(db, id, at, JSON.stringify(demoTerms(language))).execute()
  for (const reward of demoRewards(language)) {
    const row = { ...reward, programmeId: id, effect: JSON.stringify(reward.effect), archivedAt: null, createdAt: at }
    await loyalty.insertReward(db, row).execute()
  }
  return id
}
