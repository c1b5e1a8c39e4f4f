import type { z } from 'zod'
import type { Discount } from '../../shared/invoices/line.ts'
import { priceIn, type Pricing } from '../../shared/invoices/totals.ts'
import { formatsOf, localeOf } from '../../shared/paper/formats.ts'
import type { pricesContract } from '../../shared/prices/contract.ts'
import type { PriceRule } from '../../shared/prices/model.ts'
import { discountBy, priceFor, walkIn, type PricedClient } from '../../shared/prices/rules.ts'
import { reasonText } from '../../shared/prices/words.ts'
import type { ShopSettings } from '../../shared/settings/model.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import { clockIn } from '../../shared/zone.ts'
import { servicesOf } from '../catalogue/find.ts'
import { byIds as productsByIds } from '../catalogue/product-queries.ts'
import { find } from '../contacts/find.ts'
import { tagsOf } from '../contacts/queries.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { shopOf, usualRate, type Shop } from '../invoices/shop.ts'
import { priceListOf } from '../loyalty/tier-queries.ts'
import { textIn } from '../texts.ts'
import { listOf } from './lists.ts'
import { rulesOf } from './rules.ts'

type Wanted = z.output<(typeof pricesContract)['prices.quote']['input']>
type Line = Wanted['lines'][number]
type Item = Readonly<{ category: string; pricing: Pricing; taxRateId: number | null }>
export type Quoted = { discount: Discount | null; reason: string }

/** What the rules take off each line; nothing off what the catalogue does not know, or what costs nothing. */
export async function quote({ contactId, at, pricing, lines }: Wanted, { db, now }: Context): Promise<Quoted[]> {
  const rules = await rulesOf(db)
  if (rules.length === 0) return lines.map(() => ({ discount: null, reason: '' }))
  const shop = await shopOf(db, now())
  const moment = at ?? clockIn(shop.settings.zone).localOf(now().getTime())
  const client = contactId === null ? walkIn : await clientOf(db, contactId)
  const items = await itemsOf(db, lines)
  return lines.map(line => {
    const item = items.get(keyOf(line))
    if (!item || line.price <= 0) return { discount: null, reason: '' }
    const counted = rules.map(rule => asCounted(rule, pricing, item, shop, moment))
    return quoteOne(line, item, client, moment, counted, shop.settings)
  })
}

type Counted = PriceRule & { said: PriceRule }

function quoteOne(line: Line, item: Item, client: PricedClient, at: string, rules: readonly Counted[], settings: ShopSettings): Quoted {
  const { kind, itemId: id, price, quantity } = line
  const { rule } = priceFor({ kind, id, category: item.category, price }, client, at, rules)
  if (!rule) return { discount: null, reason: '' }
  return { discount: discountBy(rule, price, quantity), reason: reasonIn(settings, rule.said) }
}

/** The rule's amounts as the document counts: they are meant as the price on the shelf is. */
function asCounted(rule: PriceRule, wanted: Pricing, item: Item, shop: Shop, at: string): Counted {
  const { effect } = rule
  if (effect.kind === 'percent' || wanted === item.pricing) return { ...rule, said: rule }
  const rate = shop.rates.find(({ id }) => id === (item.taxRateId ?? usualRate(shop)))
  const counted = (amount: number) => priceIn(wanted, amount, item.pricing, rate ? rateOn(rate, at.slice(0, 10)) : 0)
  if (effect.kind === 'amount') return { ...rule, effect: { kind: 'amount', amount: counted(effect.amount) }, said: rule }
  return { ...rule, effect: { kind: 'fixed', price: counted(effect.price) }, said: rule }
}

async function clientOf(db: Db, contactId: number): Promise<PricedClient> {
  const { id } = await find(db, contactId)
  return {
    tagIds: (await tagsOf(db, [id]).execute()).map(tag => tag.id),
    priceListId: (await listOf(db, id)) ?? (await tierListOf(db, id)),
  }
}

/** By item; empty where there is none. */
export async function categoriesOf(db: Db, items: readonly Pick<Line, 'kind' | 'itemId'>[]) {
  const found = await itemsOf(db, items)
  return (item: Pick<Line, 'kind' | 'itemId'>) => found.get(keyOf(item))?.category ?? ''
}

const keyOf = ({ kind, itemId }: Pick<Line, 'kind' | 'itemId'>) => `${kind} ${itemId}`

async function itemsOf(db: Db, lines: readonly Pick<Line, 'kind' | 'itemId'>[]) {
  const ids = lines.filter(({ kind }) => kind === 'product').map(({ itemId }) => itemId)
  const products = ids.length > 0 ? await productsByIds(db, [...new Set(ids)]).execute() : []
  const services = await servicesOf(db)
  return new Map<string, Item>([
    ...services.map(one => [keyOf({ kind: 'service', itemId: one.id }), one] as const),
    ...products.map(one => [keyOf({ kind: 'product', itemId: one.id }), one] as const),
  ])
}

/** What a tier of the loyalty programme gives, where the card says nothing itself. */
const tierListOf = async (db: Db, contactId: number) => (await priceListOf(db, contactId).executeTakeFirst())?.priceListId ?? null

/** In the words of the shop. */
function reasonIn({ language, country, currency }: ShopSettings, rule: PriceRule) {
  const locale = localeOf(language, country)
  const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return reasonText(rule, formatsOf(locale, currency), {
    say: (key, params) => textIn(language, `prices.${key}`, params),
    list: items => new Intl.ListFormat(locale).format(items),
    // 1 January 2024 was a Monday.
    weekday: day => weekdayName.format(Date.UTC(2024, 0, day)),
  })
}
