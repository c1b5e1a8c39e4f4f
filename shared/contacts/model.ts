import { z } from 'zod'
import { Birthday, CalendarDate, Instant } from '../time.ts'
import { Custom, CustomChange } from '../fields/model.ts'
import { Filter } from '../segments/model.ts'
import { Alert } from './alerts.ts'
import { channels, Consents } from './consents.ts'
import { emailPattern, limits } from './limits.ts'

const text = (name: keyof typeof limits) => z.string().trim().max(limits[name], { error: 'tooLong' })
const list = <T extends z.ZodType>(name: keyof typeof limits, entry: T) => z.array(entry).max(limits[name], { error: 'tooMany' })
const label = text('label')

export const Phone = z.strictObject({
  label,
  /** What was typed. */
  number: text('number').min(1, { error: 'phoneEmpty' }).regex(/\d/, { error: 'phoneWithoutDigits' }),
  e164: z.string().nullable(),
})
export const Email = z.strictObject({
  label,
  address: text('address').regex(emailPattern, { error: 'emailInvalid' }),
})
/** Field names as in vCard's ADR; `country` is a name or an ISO 3166-1 code, as it was written. */
export const Address = z.strictObject({
  label,
  street: text('street').default(''),
  postalCode: text('postalCode').default(''),
  locality: text('locality').default(''),
  region: text('region').default(''),
  country: text('country').default(''),
})

/** Of phones, emails and addresses the first is the primary one. */
const fields = {
  kind: z.enum(['person', 'company']),
  namePrefix: text('namePrefix'),
  givenName: text('givenName'),
  additionalName: text('additionalName'),
  familyName: text('familyName'),
  nameSuffix: text('nameSuffix'),
  organization: text('organization'),
  phones: list('phones', Phone.omit({ e164: true })),
  emails: list('emails', Email),
  addresses: list('addresses', Address),
  birthday: Birthday.nullable(),
  /** BCP 47, or as it was written. */
  language: text('language'),
  note: text('note'),
  source: text('source'),
  tags: list('tags', text('tag').min(1, { error: 'tagEmpty' })),
  alerts: list('alerts', Alert),
  consents: Consents,
  preferredChannel: z.enum(channels).nullable(),
  followUpOn: CalendarDate.nullable(),
  /** The shop's own fields, by their ids. */
  custom: Custom,
}

export const ContactFields = z.strictObject(fields)
export type ContactFields = Readonly<z.infer<typeof ContactFields>>

export const NewContact = z.strictObject({
  kind: fields.kind.default('person'),
  namePrefix: fields.namePrefix.default(''),
  givenName: fields.givenName.default(''),
  additionalName: fields.additionalName.default(''),
  familyName: fields.familyName.default(''),
  nameSuffix: fields.nameSuffix.default(''),
  organization: fields.organization.default(''),
  phones: fields.phones.default([]),
  emails: fields.emails.default([]),
  addresses: fields.addresses.default([]),
  birthday: fields.birthday.default(null),
  language: fields.language.default(''),
  note: fields.note.default(''),
  source: fields.source.default(''),
  tags: fields.tags.default([]),
  alerts: fields.alerts.default([]),
  consents: fields.consents.default({}),
  preferredChannel: fields.preferredChannel.default(null),
  followUpOn: fields.followUpOn.default(null),
  custom: fields.custom.default({}),
})
export type NewContact = Readonly<z.infer<typeof NewContact>>

export const ContactId = z.strictObject({ id: z.int().positive() })
export const ContactChange = ContactFields.partial().extend({ ...ContactId.shape, custom: CustomChange.optional() })
export type ContactChange = Readonly<z.infer<typeof ContactChange>>

export const Contact = ContactFields.extend({
  id: z.int(),
  phones: z.array(Phone),
  createdAt: Instant,
  changedAt: Instant,
  trashedAt: Instant.nullable(),
  /** Since when the shop wants no more of them; null where it does. */
  blockedAt: Instant.nullable(),
})
export type Contact = Readonly<z.infer<typeof Contact>>
export type Phone = Readonly<z.infer<typeof Phone>>
export type Address = Readonly<z.infer<typeof Address>>
export type Email = Readonly<z.infer<typeof Email>>

/** A line of the list: the primary phone, e-mail and place only. */
export const ContactLine = Contact.pick({
  id: true,
  kind: true,
  organization: true,
  birthday: true,
  source: true,
  tags: true,
  alerts: true,
  followUpOn: true,
  custom: true,
  blockedAt: true,
  createdAt: true,
  changedAt: true,
  trashedAt: true,
}).extend({
  name: z.string(),
  phone: Phone.nullable(),
  email: z.string(),
  locality: z.string(),
})
export type ContactLine = Readonly<z.infer<typeof ContactLine>>

export const sortKeys = ['name', 'organization', 'changed', 'created'] as const
export type SortKey = (typeof sortKeys)[number]

export const ContactFilter = z.strictObject({
  text: z.string().max(200, { error: 'tooLong' }).default(''),
  kind: fields.kind.nullable().default(null),
  tag: z.string().max(60).nullable().default(null),
  trashed: z.boolean().default(false),
  /** What a segment asks for, or one that nobody has saved. */
  conditions: Filter.nullable().default(null),
})
export type ContactFilter = Readonly<z.infer<typeof ContactFilter>>

export const ContactOrder = z.strictObject({
  sort: z.enum(sortKeys).default('name'),
  descending: z.boolean().default(false),
})
export type ContactOrder = Readonly<z.infer<typeof ContactOrder>>

/** What a bulk action works on: the marked contacts, or all that a filter shows. */
export const Selection = z.union([
  z.strictObject({ ids: z.array(z.int().positive()).min(1).max(10_000) }),
  z.strictObject({ filter: ContactFilter }),
])
export type Selection = Readonly<z.infer<typeof Selection>>

export const Tag = z.strictObject({ id: z.int(), name: z.string(), contacts: z.int() })
export type Tag = Readonly<z.infer<typeof Tag>>
