import { z } from 'zod'
import { command, query } from '../call.ts'
import { Discount } from '../invoices/line.ts'
import { pricings } from '../invoices/model.ts'
import { Quantity, SignedAmount } from '../money.ts'
import { LocalDateTime } from '../time.ts'
import { NewPriceRule, PriceList, PriceListName, PriceRule, PriceRuleChange } from './model.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })

export const pricesContract = {
  'prices.rules': query('invoices.read', z.strictObject({}), z.array(PriceRule)),
  'prices.createRule': command('settings.write', NewPriceRule, PriceRule),
  /** Says the whole rule anew. */
  'prices.changeRule': command('settings.write', PriceRuleChange, PriceRule),
  'prices.removeRule': command('settings.write', Id, z.null()),

  'prices.lists': query('invoices.read', z.strictObject({}), z.array(PriceList)),
  'prices.createList': command('settings.write', z.strictObject({ name: PriceListName }), PriceList),
  'prices.renameList': command('settings.write', Id.extend({ name: PriceListName }), PriceList),
  /** Refused where a rule or a client has it still. */
  'prices.removeList': command('settings.write', Id, z.null()),
  /** Which of them a client has. */
  'prices.listOf': query('contacts.read', z.strictObject({ contactId: id }), z.strictObject({ priceListId: z.int().nullable() })),
  'prices.giveList': command('contacts.write', z.strictObject({ contactId: id, priceListId: id.nullable() }), z.null()),

  /** What the rules take off each line, in their order, and why in words; prices count as `pricing` says. */
  'prices.quote': query(
    'invoices.read',
    z.strictObject({
      contactId: id.nullable().default(null),
      /** null: now. */
      at: LocalDateTime.nullable().default(null),
      pricing: z.enum(pricings).default('gross'),
      lines: z
        .array(z.strictObject({ kind: z.enum(['service', 'product']), itemId: id, price: SignedAmount, quantity: Quantity.default(1000) }))
        .max(1000),
    }),
    z.array(z.strictObject({ discount: Discount.nullable(), reason: z.string() })),
  ),
}
