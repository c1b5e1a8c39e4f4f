import { z } from 'zod'
import { Amount } from '../money.ts'
import { tagColours } from '../tags/model.ts'
import { Instant, Minutes } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })
const Buffer = z.int().min(0).max(240)

const fields = {
  name: text(80).min(1, { error: 'required' }),
  category: text(60),
  /** From when the client sits down until they stand up. */
  durationMinutes: Minutes,
  /** During a part of it nobody is needed (a colour works in): it begins so long after the start. */
  processing: z.strictObject({ afterMinutes: z.int().min(1), minutes: z.int().min(1) }).nullable(),
  /** Time of whoever does it, and of the room, that the client does not see. */
  bufferBeforeMinutes: Buffer,
  bufferAfterMinutes: Buffer,
  /** With the tax in it or without, as `pricing` says. */
  price: Amount.nullable(),
  pricing: z.enum(['gross', 'net']),
  /** null: the shop's usual one. */
  taxRateId: id.nullable(),
  colour: z.enum(tagColours),
  /** How many clients can take part at the same time. */
  seats: z.int().min(1).max(500),
  /** One resource of this kind is taken meanwhile; empty where none is needed. */
  resourceKind: text(40),
  /** What a client should know beforehand. */
  note: text(1000),
}

export const processingFits = ({
  processing,
  durationMinutes,
}: {
  processing: { afterMinutes: number; minutes: number } | null
  durationMinutes: number
}) => processing === null || processing.afterMinutes + processing.minutes < durationMinutes
export const misfit = { error: 'processingTooLong' as const, path: ['processing'] }

const defaults = {
  category: fields.category.default(''),
  processing: fields.processing.default(null),
  bufferBeforeMinutes: fields.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: fields.bufferAfterMinutes.default(0),
  price: fields.price.default(null),
  pricing: fields.pricing.default('gross'),
  taxRateId: fields.taxRateId.default(null),
  colour: fields.colour.default('green'),
  seats: fields.seats.default(1),
  resourceKind: fields.resourceKind.default(''),
  note: fields.note.default(''),
}

const staffIds = z.array(id).max(1000).optional()

/** Whoever of the staff does it from now on; left out: everybody. */
export const NewService = z.strictObject({ ...fields, ...defaults, staffIds }).refine(processingFits, misfit)
export type NewService = Readonly<z.infer<typeof NewService>>
/** Left out, `staffIds` stays as it is; named, whoever goes on doing it keeps the length and the price of their own. */
export const ServiceChange = z.strictObject(fields).partial().extend({ id, staffIds })
export type ServiceChange = Readonly<z.infer<typeof ServiceChange>>
export const Service = z.strictObject(fields).extend({ id: z.int(), archivedAt: Instant.nullable() })
export type Service = Readonly<z.infer<typeof Service>>
