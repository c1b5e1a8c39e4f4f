import { z } from 'zod'
import { Address } from '../contacts/model.ts'
import { BasisPoints, SignedAmount } from '../money.ts'
import { languages } from '../settings/model.ts'
import { taxCategories } from '../taxes/model.ts'
import { CalendarDate, Instant } from '../time.ts'
import { Instalments } from './instalments.ts'
import { Discount, DraftLine, Line } from './line.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** A deposit is an invoice of its own (UNCL 1001: 386), a credit note takes an invoice back, whole or in part (381). */
export const documentKinds = ['quote', 'invoice', 'deposit', 'creditNote'] as const
export type DocumentKind = (typeof documentKinds)[number]
export const draftKinds = ['quote', 'invoice', 'deposit'] as const

export const pricings = ['gross', 'net'] as const

/** Who buys, as the paper says it. An e-invoice needs an address and, between businesses, the VAT identifier. */
export const Buyer = z.strictObject({
  name: text(200),
  /** Above the name of a company: whom it is for. */
  person: text(200),
  address: Address.omit({ label: true }),
  email: text(254),
  vatId: text(30),
  /** BT-10: what the buyer wants quoted; the "Leitweg-ID" of German authorities. */
  reference: text(100),
})
export type Buyer = Readonly<z.infer<typeof Buyer>>

/** Who sells, as the paper says it. */
export const Seller = z.strictObject({
  name: text(200),
  owner: text(200),
  address: Address.omit({ label: true }),
  phone: text(60),
  email: text(254),
  website: text(200),
  vatId: text(30),
  taxNumber: text(40),
  /** Where it stands in a register, and whatever else the law wants below the line. */
  legal: text(500),
  bank: z.strictObject({ holder: text(100), iban: text(40), bic: text(15), name: text(100) }),
})
export type Seller = Readonly<z.infer<typeof Seller>>

const fields = {
  kind: z.enum(draftKinds),
  contactId: id.nullable(),
  /** null: the contact's, as it is written on the day of issue. */
  buyer: Buyer.nullable(),
  appointmentId: id.nullable(),
  /** The quote that it was made from. */
  sourceId: id.nullable(),
  pricing: z.enum(pricings),
  language: z.enum(languages),
  lines: z.array(DraftLine).max(1000),
  discount: Discount.nullable(),
  /** null: the day of issue. */
  deliveredFrom: CalendarDate.nullable(),
  deliveredTo: CalendarDate.nullable(),
  /** Days from the issue until it is due; null: what the shop gives. */
  paymentDays: z.int().min(0).max(365).nullable(),
  /** null: all of it is due at once. */
  instalments: Instalments.nullable(),
  validUntil: CalendarDate.nullable(),
  title: text(200),
  header: text(2000),
  footer: text(2000),
  /** Never printed. */
  note: text(2000),
}

/** What has no number yet and may be changed. */
export const Draft = z.strictObject({
  kind: fields.kind.default('invoice'),
  contactId: fields.contactId.default(null),
  buyer: fields.buyer.default(null),
  appointmentId: fields.appointmentId.default(null),
  sourceId: fields.sourceId.default(null),
  pricing: fields.pricing.optional(),
  language: fields.language.optional(),
  lines: fields.lines.default([]),
  discount: fields.discount.default(null),
  deliveredFrom: fields.deliveredFrom.default(null),
  deliveredTo: fields.deliveredTo.default(null),
  paymentDays: fields.paymentDays.default(null),
  instalments: fields.instalments.default(null),
  validUntil: fields.validUntil.default(null),
  title: fields.title.default(''),
  header: fields.header.default(''),
  footer: fields.footer.default(''),
  note: fields.note.default(''),
})
export type Draft = Readonly<z.infer<typeof Draft>>
export const DraftChange = z.strictObject(fields).partial().extend({ id })
export type DraftChange = Readonly<z.infer<typeof DraftChange>>

export const TaxGroup = z.strictObject({
  category: z.enum(taxCategories),
  basisPoints: BasisPoints,
  reason: z.string(),
  reasonCode: z.string(),
  linesNet: SignedAmount,
  net: SignedAmount,
  tax: SignedAmount,
  gross: SignedAmount,
})

/** Draft, then open until all is settled; overdue is one that is open after its day. A quote is open until it is decided. */
export const documentStates = ['draft', 'open', 'partPaid', 'overdue', 'paid', 'accepted', 'declined', 'expired', 'invoiced'] as const
export type DocumentState = (typeof documentStates)[number]

/** All amounts are positive on a credit note too, as its paper shows them; `settled` and `open` are what is still to be given back. */
export const Document = z.strictObject(fields).extend({
  id: z.int(),
  kind: z.enum(documentKinds),
  state: z.enum(documentStates),
  pricing: z.enum(pricings),
  language: z.enum(languages),
  currency: z.string(),
  number: z.string().nullable(),
  issuedAt: Instant.nullable(),
  issuedOn: CalendarDate.nullable(),
  /** Where it is paid in parts, the day of the first that is not settled. */
  dueOn: CalendarDate.nullable(),
  seller: Seller,
  buyer: Buyer,
  /** Of a credit note: the invoice's number and day. */
  credits: z.strictObject({ id: z.int(), number: z.string(), issuedOn: CalendarDate }).nullable(),
  lines: z.array(Line),
  groups: z.array(TaxGroup),
  discountAmount: SignedAmount,
  discountNet: SignedAmount,
  net: SignedAmount,
  tax: SignedAmount,
  gross: SignedAmount,
  settled: SignedAmount,
  open: SignedAmount,
  decidedAt: Instant.nullable(),
  createdAt: Instant,
  changedAt: Instant,
})
export type Document = Readonly<z.infer<typeof Document>>

/** A line of the list. */
export const DocumentLine = z.strictObject({
  id: z.int(),
  kind: z.enum(documentKinds),
  state: z.enum(documentStates),
  number: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  dueOn: CalendarDate.nullable(),
  contactId: z.int().nullable(),
  buyerName: z.string(),
  title: z.string(),
  gross: SignedAmount,
  open: SignedAmount,
  currency: z.string(),
  createdAt: Instant,
})
export type DocumentLine = Readonly<z.infer<typeof DocumentLine>>

export const DocumentFilter = z.strictObject({
  kind: z.enum(documentKinds).nullable().default(null),
  state: z.enum(['draft', 'open', 'overdue', 'paid']).nullable().default(null),
  contactId: id.nullable().default(null),
  /** By the day of issue, both included. */
  from: CalendarDate.nullable().default(null),
  to: CalendarDate.nullable().default(null),
  /** The first letters of words of the number, of the name, or of the title; of the number also without its zeros. */
  text: text(100).default(''),
})
export type DocumentFilter = Readonly<z.infer<typeof DocumentFilter>>

/** Of a credit note by line: how much of it is taken back. */
export const Credit = z.strictObject({
  id,
  /** Left out: all that has not been taken back yet. */
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.int().min(1).max(1_000_000_000) }))
    .min(1)
    .max(1000)
    .optional(),
  reason: text(500).default(''),
})
export type Credit = Readonly<z.infer<typeof Credit>>

/** What is still missing before a draft can be issued. */
export const Missing = z.enum([
  'lines',
  'sellerName',
  'sellerAddress',
  'sellerTaxNumber',
  'buyerName',
  'buyerAddress',
  'buyerVatId',
  'taxReason',
  'instalments',
])
export type Missing = z.infer<typeof Missing>

/** The number of what was issued: a text with {YYYY}, {YY}, {MM} and one run of #, which stands for the count. */
export const NumberPattern = text(40).regex(/^[^#{}]*(\{(?:YYYY|YY|MM)\}[^#{}]*)*#{1,10}[^#{}]*(\{(?:YYYY|YY|MM)\}[^#{}]*)*$/, {
  error: 'numberPatternWrong',
})
const Series = z
  .strictObject({ pattern: NumberPattern, restarts: z.enum(['never', 'yearly']) })
  .refine(({ pattern, restarts }) => restarts === 'never' || /\{YY(YY)?\}/.test(pattern), {
    error: 'numberPatternNeedsYear',
    path: ['pattern'],
  })
const Numbers = z
  .strictObject({ quote: Series, invoice: Series, creditNote: Series })
  .refine(series => new Set(Object.values(series).map(({ pattern }) => pattern)).size === 3, { error: 'numberPatternsAlike' })

export const InvoicingSettings = z.strictObject({
  seller: Seller.omit({ name: true }),
  pricing: z.enum(pricings),
  paymentDays: z.int().min(0).max(365),
  quoteDays: z.int().min(1).max(365),
  numbers: Numbers,
  /** Printed above and below the lines, where the document says nothing of its own. */
  texts: z.strictObject({ header: text(2000), footer: text(2000), quoteHeader: text(2000), quoteFooter: text(2000) }),
  defaultTaxRateId: id.nullable(),
  paper: z.enum(['A4', 'LETTER']),
  /** The receipt printer's roll, in millimetres. */
  receiptWidth: z.union([z.literal(58), z.literal(80)]),
  /** The colour of the paper's headings. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'wrongType' }),
  /** The content of a picture that stands where else the shop's name does, by its hash. */
  logo: z.strictObject({ hash: z.string(), mediaType: z.enum(['image/png', 'image/jpeg']) }).nullable(),
})
export type InvoicingSettings = Readonly<z.infer<typeof InvoicingSettings>>
/** A logo comes as a file. */
export const InvoicingChange = InvoicingSettings.omit({ logo: true }).partial()
