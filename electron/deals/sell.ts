import type { Deal, Wanted } from '../../shared/deals/model.ts'
import { sumOfWanted } from '../../shared/deals/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { Draft } from '../../shared/invoices/model.ts'
import { priceIn, type Pricing } from '../../shared/invoices/totals.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import { servicesOf } from '../catalogue/find.ts'
import { productsOf } from '../catalogue/product-find.ts'
import type { CommandContext } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { fromQuote } from '../invoices/quotes.ts'
import * as invoices from '../invoices/queries.ts'
import { shopOf, usualRate, type Shop } from '../invoices/shop.ts'
import { dealOf } from './find.ts'
import * as queries from './queries.ts'
import { tell } from './tell.ts'

/** The draft of a quote with what is wanted. Asked again, the one that is there stays. */
export async function draftQuote({ id }: { id: number }, context: CommandContext) {
  const deal = await dealOf(context.db, id, context.now())
  if (deal.quote) throw new AppError('conflict', 'dealQuoted', { number: deal.quote.number ?? '' })
  const quote = await createDraft(context, await draftOf(context, deal, 'quote'))
  return linked(context, deal, { quoteId: quote.id }, 'dealQuoted')
}

/** Of the quote where one was issued, else of what is wanted. */
export async function draftInvoice({ id }: { id: number }, context: CommandContext) {
  const deal = await dealOf(context.db, id, context.now())
  if (deal.invoice) throw new AppError('conflict', 'dealInvoiced', { number: deal.invoice.number ?? '' })
  const isQuoted =
    deal.quote !== null && deal.quote.number !== null && !(await invoices.madeFrom(context.db, deal.quote.id).executeTakeFirst())
  const invoice = isQuoted
    ? await fromQuote({ id: deal.quote!.id }, context)
    : await createDraft(context, await draftOf(context, deal, 'invoice'))
  return linked(context, deal, { invoiceId: invoice.id }, 'dealInvoiced')
}

/** Each time anew: what was seen lately says most. */
export async function noteQuoteOpened({ id }: { id: number }, context: CommandContext) {
  await dealOf(context.db, id, context.now())
  await queries.update(context.db, id, { quoteOpenedAt: context.now().toISOString() }).execute()
  const deal = await dealOf(context.db, id, context.now())
  tell(context, 'dealQuoteOpened', deal)
  return deal
}

async function linked(context: CommandContext, { id }: Deal, row: { quoteId: number } | { invoiceId: number }, text: string) {
  await queries.update(context.db, id, row).execute()
  const deal = await dealOf(context.db, id, context.now())
  tell(context, text, deal)
  return deal
}

type Item = Readonly<{ price: number | null; pricing: Pricing; taxRateId: number | null }>

/** What is wanted as it stands in the catalogue; where nothing is named, one line with the title and the value. */
async function draftOf({ db, now }: CommandContext, deal: Deal, kind: 'quote' | 'invoice') {
  const shop = await shopOf(db, now())
  const whole: Wanted = { kind: 'free', itemId: null, name: deal.title || deal.contactName, quantity: 1000, price: deal.value }
  const wanted = deal.wanted.length > 0 ? deal.wanted : [whole]
  const known = { service: byId(await servicesOf(db)), product: byId(await productsOf(db)), free: new Map<number, Item>() }
  const lines = wanted.map(one => lineOf(one, known[one.kind].get(one.itemId ?? 0), shop))
  return Draft.parse({ kind, contactId: deal.contactId, title: deal.title, lines, discount: discountOf(deal) })
}

const byId = (items: readonly (Item & { id: number })[]) => new Map<number, Item>(items.map(item => [item.id, item]))

/** A price that was agreed on is the one that the client was told, as the shop writes its prices. */
function lineOf({ kind, itemId, name, quantity, price }: Wanted, item: Item | undefined, shop: Shop) {
  const taxRateId = item?.taxRateId ?? usualRate(shop)
  const rate = shop.rates.find(({ id }) => id === taxRateId)
  const listed = item && rate ? priceIn(shop.invoicing.pricing, item.price ?? 0, item.pricing, rateOn(rate, shop.today)) : 0
  const facts = item ? { kind, itemId } : { kind: 'free', itemId: null }
  return DraftLine.parse({ ...facts, name, quantity, price: price ?? listed, taxRateId })
}

/** What was agreed may be less than the things cost one by one: the difference is taken off. */
function discountOf({ wanted, value }: Deal) {
  const sum = sumOfWanted(wanted)
  return sum === null || value === null || value >= sum ? null : { kind: 'amount' as const, amount: sum - value }
}
