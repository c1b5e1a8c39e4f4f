import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { cardNumberFrom, memberCard, readCardNumber, writtenCardNumber, type LoyaltyCard } from '../../shared/loyalty/card.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { find } from '../contacts/find.ts'
import { linesOf } from '../contacts/list.ts'
import type { CommandContext, Context, JobContext } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { printCard } from '../paper/print-card.ts'
import { textIn } from '../texts.ts'
import * as queries from './card-queries.ts'
import { holderOf } from './holder.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

export async function cards({ contactId }: Input<'loyalty.cards'>, { db }: Context): Promise<LoyaltyCard[]> {
  const { id } = await find(db, contactId)
  return queries.cardsOf(db, id).execute()
}

export async function cardHolder({ number }: Input<'loyalty.cardHolder'>, { db }: Context) {
  const contactId = await holderOf(db, number)
  const [contact = null] = contactId === null ? [] : await linesOf(db, [contactId])
  return { contact }
}

/** One that a client brings along, or a new one of the shop's. */
export async function giveCard({ contactId, number: typed }: Input<'loyalty.giveCard'>, context: CommandContext): Promise<LoyaltyCard> {
  const { db, describe } = context
  const contact = await find(db, contactId)
  if (typed === '') await addCards(context, [contact.id])
  else await bringCard(context, contact.id, typed)
  const card = (await queries.cardsOf(db, contact.id).execute())[0]!
  describe('cardGiven', { name: displayName(contact), number: writtenCardNumber(card.number) }, contact.id)
  return card
}

async function bringCard(context: CommandContext, contactId: number, typed: string) {
  const { db } = context
  const number = readCardNumber(typed)
  if (number === null) throw refusal('invalid', 'cardNumberWrong')
  const other = await queries.byNumber(db, number).executeTakeFirst()
  if (other) throw refusal('conflict', 'cardTaken', { name: displayName(await find(db, other.contactId)) })
  await bringCards(context, [{ contactId, number }])
}

const refusal = (code: 'invalid' | 'conflict', reason: 'cardNumberWrong' | 'cardTaken', params: Record<string, string> = {}) =>
  AppError.from({ code, reason, params, problems: [{ path: ['number'], reason, params }] })

/** A card that is lost: its number finds nobody any more. */
export async function removeCard({ id }: Input<'loyalty.removeCard'>, { db, describe }: CommandContext) {
  const card = await queries.byId(db, id).executeTakeFirst()
  if (!card) throw new AppError('notFound', 'cardGone')
  await queries.remove(db, id).execute()
  const contact = await find(db, card.contactId)
  describe('cardRemoved', { name: displayName(contact), number: writtenCardNumber(card.number) }, contact.id)
  return null
}

/** Numbers of another system, which nobody has yet. */
export async function bringCards(
  { db, now }: Pick<Context, 'db' | 'now'>,
  brought: readonly Readonly<{ contactId: number; number: string }>[],
) {
  const createdAt = now().toISOString()
  if (brought.length > 0)
    await queries
      .insert(
        db,
        brought.map(card => ({ ...card, createdAt })),
      )
      .execute()
}

/** For whoever of these has none. */
export async function makeCards(context: Pick<Context, 'db' | 'now'>, contactIds: readonly number[]) {
  const lacking = await queries.withoutCard(context.db, contactIds).execute()
  await addCards(
    context,
    lacking.map(({ contactId }) => contactId),
  )
}

/** A number that there is already is drawn again. */
async function addCards({ db, now }: Pick<Context, 'db' | 'now'>, contactIds: readonly number[]) {
  const createdAt = now().toISOString()
  for (const contactId of contactIds) {
    for (;;) {
      const number = cardNumberFrom(Array.from({ length: 10 }, () => randomInt(10)))
      const { numInsertedOrUpdatedRows } = await queries.insert(db, [{ contactId, number, createdAt }]).executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 1n) break
    }
  }
}

/** A card for the purse. */
export async function saveCard({ id, out }: Input<'loyalty.saveCard'>, { db, now, destination }: JobContext) {
  const { path } = destination(out)
  const card = await queries.byId(db, id).executeTakeFirst()
  if (!card) throw new AppError('notFound', 'cardGone')
  const shop = await shopOf(db, now())
  const { language } = shop.settings
  const member = { name: displayName(await find(db, card.contactId)), number: card.number }
  const paper = memberCard(member, shop.seller, language, (key, params) => textIn(language, `loyalty.card.${key}`, params))
  return printCard(paper, { path, shop, moment: new Date(card.createdAt) })
}
