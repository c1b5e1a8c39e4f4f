import { z } from 'zod'
import { Amount, SignedAmount } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/**
 * A gift card pays for anything (a multi-purpose voucher: taxed when it is redeemed); a package is so many of one service, paid
 * and taxed beforehand (a single-purpose voucher).
 */
export const voucherKinds = ['multiPurpose', 'package'] as const
export type VoucherKind = (typeof voucherKinds)[number]

/** `returned` is taken back with its sale; `restored` is what a taken back payment or visit gives back; `reinstated` had expired. */
export const entryKinds = ['issued', 'redeemed', 'restored', 'returned', 'expired', 'reinstated'] as const
export type EntryKind = (typeof entryKinds)[number]

export const voucherStates = ['active', 'used', 'expired', 'blocked'] as const
export type VoucherState = (typeof voucherStates)[number]

/** Of a gift card an amount; of a package thousandths of its service. */
const Value = SignedAmount

export const Voucher = z.strictObject({
  id: z.int(),
  code: z.string(),
  kind: z.enum(voucherKinds),
  state: z.enum(voucherStates),
  /** What it is called on paper: of a package what it is good for. */
  name: z.string(),
  serviceId: z.int().nullable(),
  /** Whose it is, as far as the shop knows; a gift card is taken from whoever brings it. */
  contactId: z.int().nullable(),
  contactName: z.string(),
  /** For whom it was bought, as it is printed. */
  holder: z.string(),
  currency: z.string(),
  issued: Value,
  balance: Value,
  /** What was paid for it, with tax. */
  price: SignedAmount,
  /** The last day on which it is taken. */
  expiresOn: CalendarDate.nullable(),
  blockedAt: Instant.nullable(),
  issuedOn: CalendarDate,
  /** What its sale was invoiced with. */
  documentId: z.int(),
  number: z.string(),
  /** The invoice of its sale, or of more on it, that is still open: nobody pays with what was not paid for. */
  unpaidNumber: z.string().nullable(),
})
export type Voucher = Readonly<z.infer<typeof Voucher>>

export const VoucherEntry = z.strictObject({
  id: z.int(),
  at: Instant,
  day: CalendarDate,
  kind: z.enum(entryKinds),
  amount: Value,
  documentId: z.int().nullable(),
  number: z.string().nullable(),
  paymentId: z.int().nullable(),
  note: z.string(),
  user: z.string(),
})
export type VoucherEntry = Readonly<z.infer<typeof VoucherEntry>>

export const VoucherDetail = Voucher.extend({ entries: z.array(VoucherEntry) })
export type VoucherDetail = Readonly<z.infer<typeof VoucherDetail>>

export const VoucherFilter = z.strictObject({
  kind: z.enum(voucherKinds).nullable().default(null),
  state: z.enum(voucherStates).nullable().default(null),
  contactId: id.nullable().default(null),
  /** Sold with this invoice. */
  documentId: id.nullable().default(null),
  /** The code, or a part of it, or of a name. */
  text: text(100).default(''),
})
export type VoucherFilter = Readonly<z.infer<typeof VoucherFilter>>

export const VoucherChange = z
  .strictObject({ holder: text(200), contactId: id.nullable(), expiresOn: CalendarDate.nullable() })
  .partial()
  .extend({ id })
export type VoucherChange = Readonly<z.infer<typeof VoucherChange>>

/** What vouchers of one year's sales are still good for: of packages the part of their price that was not used. */
export const Outstanding = z.strictObject({
  year: z.string(),
  kind: z.enum(voucherKinds),
  currency: z.string(),
  vouchers: z.int(),
  sold: SignedAmount,
  open: SignedAmount,
})
export type Outstanding = Readonly<z.infer<typeof Outstanding>>

const packageFields = {
  name: text(200).min(1, { error: 'required' }),
  serviceId: id,
  /** How many are given; `paidUnits` of them are what the price is for: ten for nine. */
  units: z.int().min(1).max(1000),
  paidUnits: z.int().min(1).max(1000),
  price: Amount.min(1, { error: 'required' }),
  pricing: z.enum(['gross', 'net']),
}
export const NewPackage = z.strictObject({ ...packageFields, pricing: packageFields.pricing.default('gross') })
export type NewPackage = Readonly<z.infer<typeof NewPackage>>
export const PackageChange = z.strictObject(packageFields).partial().extend({ id })
export type PackageChange = Readonly<z.infer<typeof PackageChange>>
export const Package = z.strictObject(packageFields).extend({
  id: z.int(),
  /** That of its service. */
  taxRateId: z.int().nullable(),
  serviceName: z.string(),
  archivedAt: Instant.nullable(),
})
export type Package = Readonly<z.infer<typeof Package>>

/** How long what is sold from now on is valid, and which amounts are offered. */
export const VoucherSettings = z.strictObject({
  /** null: it never expires. */
  years: z.int().min(1).max(50).nullable(),
  /** To the last day of the year, rather than to the day. */
  toEndOfYear: z.boolean(),
  amounts: z.array(Amount.min(1)).max(12),
})
export type VoucherSettings = Readonly<z.infer<typeof VoucherSettings>>

export const VoucherFault = z.enum(['balance', 'overdrawn', 'paymentWithoutEntry', 'saleWithoutVoucher'])
