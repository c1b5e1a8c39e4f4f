import { dice } from '../../shared/demo/dice.ts'
import { demoSeed, demoShop } from '../../shared/demo/shop.ts'
import {
  delivered,
  demoInParts,
  demoProducts,
  demoQuotes,
  demoRecurring,
  demoSeller,
  floatInDrawer,
  linesOf,
  paymentOf,
  recentDays,
  tradeWords,
} from '../../shared/demo/trade.ts'
import { groupedBy } from '../../shared/group.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { insert as insertProduct } from '../catalogue/product-queries.ts'
import { toRow as toProductRow } from '../catalogue/products.ts'
import type { JobContext } from '../handlers.ts'
import type { Contact } from '../../shared/contacts/model.ts'
import { monthlyParts } from '../../shared/invoices/instalments.ts'
import { Draft, type Buyer } from '../../shared/invoices/model.ts'
import { daysOf } from '../../shared/invoices/periods.ts'
import { NewSubscription } from '../../shared/subscriptions/model.ts'
import { ruleOf } from '../../shared/subscriptions/rhythm.ts'
import { create } from '../subscriptions/write.ts'
import { credit } from '../invoices/credit.ts'
import { createDraft } from '../invoices/draft.ts'
import { issueDraft } from '../invoices/issue.ts'
import { decide } from '../invoices/quotes.ts'
import { recordChanges } from '../operations/recording.ts'
import { createInvoiceWriter, type Sale } from '../invoices/bulk.ts'
import { nobody } from '../invoices/buyer.ts'
import { insertMovements } from '../invoices/queries.ts'
import { changeInvoicing } from '../invoices/settings.ts'
import { shopOf, type Shop } from '../invoices/shop.ts'
import { adoptRates } from '../taxes/adopt.ts'
import { sellGiftCards } from './gift-cards.ts'
import { fillLoyalty } from './loyalty.ts'
import * as queries from './queries.ts'
import { sendReminders } from './reminders.ts'

/**
 * A year of invoices for the visits of the demo shop, what came in for them, the drawer's book, and a shelf of products. All at
 * once: books are not taken back, so nothing may come between their beginning and their end.
 */
export function fillBooks(_input: object, context: JobContext) {
  const { db, transaction, describe } = context
  return transaction(async operation => {
    if (await queries.anyDocument(db).executeTakeFirst()) return { invoices: 0 }
    const shop = await setUp(context)
    const products = await stockShelf(context)
    const invoices = await sellAll(context, operation, shop, products)
    await fillLoyalty(context, shop)
    await askForQuotes(context, shop)
    await takeBackOne(context, shop)
    await sendReminders(context)
    await recur(context, shop)
    await sellInParts(context, shop)
    await sellGiftCards(context, shop, products)
    describe('demoBooksFilled', { count: invoices })
    return { invoices }
  })
}

async function setUp({ db, now }: JobContext) {
  await changeInvoicing(db, { seller: demoSeller })
  const { settings, rates } = await shopOf(db, now())
  // A shop that was named has the rates of its country; where no law is known, those of the demo do.
  if (rates.length === 0) await adoptRates(db, { country: demoShop.country, language: settings.language, at: now().toISOString() })
  return shopOf(db, now())
}

async function stockShelf({ db, now, session }: JobContext) {
  const [at, user] = [now().toISOString(), session.user]
  const { settings } = await shopOf(db, now())
  const shelf = []
  for (const product of demoProducts(settings.language)) {
    const { id } = await insertProduct(db, { ...toProductRow(product), createdAt: at, archivedAt: null }).executeTakeFirstOrThrow()
    shelf.push({ id, name: product.name, price: product.price })
  }
  const aYearAgo = new Date(now().getTime() - 366 * 86_400_000).toISOString()
  const delivery = { quantity: delivered * 1000, reason: 'delivery' as const, documentId: null, note: '', at: aYearAgo, user }
  await insertMovements(
    db,
    shelf.map(({ id }) => ({ ...delivery, productId: id })),
  ).execute()
  return shelf
}

type Shelf = Awaited<ReturnType<typeof stockShelf>>

/** Day by day, and each evening the drawer is counted. */
async function sellAll({ db, sqlite, now, session }: JobContext, operation: number, shop: Shop, shelf: Shelf) {
  const roll = dice(demoSeed + 5)
  const clock = clockIn(shop.settings.zone)
  const visits = await queries.visitsToBill(db, now().toISOString()).execute()
  const sales = visits.map(({ contactId, appointmentId, clientName, addresses, endsAt, ...visit }): Sale => {
    const buyer = { ...nobody, name: clientName, address: firstOf(addresses) }
    const about = { contactId, appointmentId, buyer, at: endsAt, day: clock.dayOf(Date.parse(endsAt)) }
    return {
      ...about,
      discount: null,
      lines: linesOf(roll, visit, shelf, shop.rates[0]!.id),
      payment: paymentOf(roll, about.day > dayAfter(shop.today, -recentDays)),
    }
  })
  const sell = createInvoiceWriter(sqlite, session.user, shop)
  for (const [day, ofDay] of groupedBy(sales, sale => sale.day)) {
    sell(operation, ofDay)
    if (day < shop.today) await closeDay({ db, session }, shop, { day, at: ofDay.at(-1)!.at })
  }
  recordChanges(sqlite)
  return sales.length
}

/** As the card says. */
function firstOf(addresses: string): Buyer['address'] {
  const [first] = JSON.parse(addresses) as Contact['addresses']
  if (!first) return nobody.address
  const { label: _label, ...address } = first
  return address
}

/** Two companies have asked; the first has accepted. */
async function askForQuotes(context: JobContext, { settings, rates }: Shop) {
  const { db } = context
  const companies = await queries.companies(db).execute()
  for (const [place, lines] of demoQuotes(settings.language).entries()) {
    const contactId = companies[place]?.id ?? null
    const drafted = await createDraft(
      context,
      Draft.parse({ kind: 'quote', contactId, lines: lines.map(line => ({ ...line, taxRateId: rates[0]!.id })) }),
    )
    const { id } = await issueDraft(context, drafted.id)
    if (place === 0) await decide({ id, decision: 'accepted' }, context)
  }
}

/** A product came back. */
async function takeBackOne(context: JobContext, { settings }: Shop) {
  const sold = await queries.lastProductSold(context.db).executeTakeFirst()
  if (!sold) return
  const lines = [{ lineId: sold.id, quantity: sold.quantity }]
  await credit({ id: sold.documentId, lines, reason: tradeWords(settings.language).broken }, context)
}

/** One begins with this month, and so is due; the other waits for the next one. */
async function recur(context: JobContext, { settings, rates, today }: Shop) {
  const companies = await queries.companies(context.db).execute()
  const { from, to } = daysOf('thisMonth', today)
  for (const [place, { every, mode, title, line }] of demoRecurring(settings.language).entries()) {
    const contactId = companies[place]?.id
    if (contactId === undefined) continue
    const startsOn = place === 0 ? from : dayAfter(to)
    const template = { title, lines: [{ ...line, taxRateId: rates[0]!.id }] }
    const rule = ruleOf({ every, unit: 'month', onLastDay: false }, startsOn)
    await create(NewSubscription.parse({ contactId, template, rule, startsOn, mode }), context)
  }
}

async function sellInParts(context: JobContext, { settings, rates, today }: Shop) {
  const [buyer] = await queries.someClients(context.db, 1).execute()
  if (!buyer) return
  const line = { ...demoInParts(settings.language), taxRateId: rates[0]!.id }
  const instalments = monthlyParts(line.price, 3, dayAfter(today, 7))
  const { id } = await createDraft(context, Draft.parse({ contactId: buyer.id, lines: [line], instalments }))
  await issueDraft(context, id)
}

/** What is more than change for the next morning goes to the bank. */
async function closeDay({ db, session }: Pick<JobContext, 'db' | 'session'>, { settings }: Shop, { day, at }: { day: string; at: string }) {
  const balance = (await queries.balance(db).executeTakeFirst())?.balance ?? 0
  const row = { day, at, user: session.user }
  const amount = Math.max(0, balance - floatInDrawer)
  const note = tradeWords(settings.language).toBank
  if (amount > 0)
    await queries.insertEntry(db, { ...row, kind: 'paidOut', amount: -amount, balance: balance - amount, paymentId: null, note }).execute()
  const counted = balance - amount
  await queries.insertClosing(db, { ...row, expected: counted, counted, difference: 0, note: '' }).execute()
}
