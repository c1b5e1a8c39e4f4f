import { z } from 'zod'

/** As it stands in the file, `-12.50`: an e-invoice is shown and checked as it was written. Empty where it is not given. */
const decimal = z.string()
/** Empty where it is not given. */
const text = z.string()

const Vat = z.strictObject({
  /** BT-95, BT-102, BT-118, BT-151. */
  category: text,
  /** BT-96, BT-103, BT-119, BT-152: percent; empty for what is not subject to VAT. */
  rate: decimal,
})

/** BG-20 and BG-27; BG-21 and BG-28 are charges. */
const LineAllowance = z.strictObject({ isCharge: z.boolean(), amount: decimal, reason: text, reasonCode: text })
const Allowance = LineAllowance.extend(Vat.shape)

const PostalAddress = z.strictObject({ street: text, postalCode: text, locality: text, region: text, country: text })
const Period = z.strictObject({ from: text, to: text })

const Party = z.strictObject({
  /** BT-27, BT-44. */
  name: text,
  /** BT-29, BT-46. */
  identifier: text,
  /** BT-30, BT-47. */
  registration: text,
  /** BT-31, BT-48. */
  vatId: text,
  /** BT-32. */
  taxNumber: text,
  /** BT-33. */
  legal: text,
  /** BT-34, BT-49. */
  endpoint: z.strictObject({ scheme: text, id: text }),
  /** BG-5, BG-8. */
  address: PostalAddress,
  /** BG-6, BG-9. */
  contact: z.strictObject({ name: text, phone: text, email: text }),
})
export type Party = Readonly<z.infer<typeof Party>>

const InvoiceLine = Vat.extend({
  /** BT-126. */
  id: text,
  /** BT-129, BT-130. */
  quantity: decimal,
  unit: text,
  /** BT-131. */
  net: decimal,
  period: Period,
  allowances: z.array(LineAllowance),
  /** BT-146, for so many (BT-149; empty: for one). */
  price: decimal,
  priceQuantity: decimal,
  /** BT-153, BT-154. */
  name: text,
  description: text,
})
export type InvoiceLine = Readonly<z.infer<typeof InvoiceLine>>

const TaxBreakdown = Vat.extend({
  /** BT-116, BT-117. */
  net: decimal,
  tax: decimal,
  /** BT-120, BT-121. */
  reason: text,
  reasonCode: text,
})
export type TaxBreakdown = Readonly<z.infer<typeof TaxBreakdown>>

/** BG-16, with the account of BG-17. */
const PaymentMeans = z.strictObject({
  /** BT-81 of UNCL 4461. */
  code: text,
  /** BT-83. */
  reference: text,
  /** BT-84 to BT-86. */
  account: text,
  holder: text,
  bic: text,
})
export type PaymentMeans = Readonly<z.infer<typeof PaymentMeans>>

/** The semantic model of EN 16931, as far as we write it and show it. */
export const EInvoice = z.strictObject({
  /** BT-24, BT-23. */
  customization: text,
  process: text,
  /** BT-1, BT-2, BT-3, BT-5. */
  number: text,
  issuedOn: text,
  type: text,
  currency: text,
  /** BT-9, BT-20. */
  dueOn: text,
  terms: text,
  /** BT-10, BT-22. */
  buyerReference: text,
  note: text,
  /** BG-24: what was sent beside it, or in it. */
  attachments: z.array(z.strictObject({ id: text, description: text, fileName: text })),
  /** BG-3. */
  preceding: z.array(z.strictObject({ number: text, issuedOn: text })),
  seller: Party,
  buyer: Party,
  /** BT-72 and, where it is said, BG-15. */
  delivery: z.strictObject({ on: text, address: PostalAddress }),
  /** BG-14. */
  period: Period,
  payments: z.array(PaymentMeans),
  allowances: z.array(Allowance),
  /** BT-106 to BT-115. */
  totals: z.strictObject({
    lines: decimal,
    allowances: decimal,
    charges: decimal,
    net: decimal,
    tax: decimal,
    gross: decimal,
    paid: decimal,
    rounding: decimal,
    due: decimal,
  }),
  taxes: z.array(TaxBreakdown),
  lines: z.array(InvoiceLine),
})
export type EInvoice = Readonly<z.infer<typeof EInvoice>>
export type Totals = EInvoice['totals']
export type Allowance = Readonly<z.infer<typeof Allowance>>
export type LineAllowance = Readonly<z.infer<typeof LineAllowance>>
export type PostalAddress = Readonly<z.infer<typeof PostalAddress>>
