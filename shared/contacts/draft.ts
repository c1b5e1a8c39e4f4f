import type { InputProblem } from '../errors.ts'
import { channels, type Channel, type Consents } from './consents.ts'
import { problemsOf } from '../validation.ts'
import type { AlertKind } from './alerts.ts'
import { addressLabels, emailLabels, phoneLabels } from './labels.ts'
import type { Custom, CustomChange, CustomValue } from '../fields/model.ts'
import { ContactFields, type Contact, type ContactChange } from './model.ts'
import { displayName } from './rules.ts'

/** A contact as it stands in a form: everything is what was typed. */
export type Draft = Omit<ContactFields, 'custom' | 'birthday' | 'phones' | 'emails' | 'addresses' | 'tags' | Said> & {
  phones: { label: string; number: string }[]
  emails: { label: string; address: string }[]
  addresses: { label: string; street: string; postalCode: string; locality: string; region: string; country: string }[]
  birthday: string
  tags: string[]
  alerts: { kind: AlertKind; text: string }[]
  consents: Record<Channel, ConsentDraft>
  preferredChannel: Channel | ''
  followUpOn: string
  custom: Record<string, CustomValue>
}
type Said = 'alerts' | 'consents' | 'preferredChannel' | 'followUpOn'
/** No state: nobody has asked yet. */
export type ConsentDraft = { state: '' | 'given' | 'refused'; on: string; source: string }
type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type ContactDraft = Mutable<Draft>

export const emptyDraft = (): ContactDraft => ({
  kind: 'person',
  namePrefix: '',
  givenName: '',
  additionalName: '',
  familyName: '',
  nameSuffix: '',
  organization: '',
  phones: [{ label: phoneLabels[0], number: '' }],
  emails: [{ label: emailLabels[0], address: '' }],
  addresses: [],
  birthday: '',
  language: '',
  note: '',
  source: '',
  tags: [],
  alerts: [],
  consents: consentDrafts({}),
  preferredChannel: '',
  followUpOn: '',
  custom: {},
})

const notAsked: ConsentDraft = { state: '', on: '', source: '' }

function consentDrafts(consents: Consents): ContactDraft['consents'] {
  const draftOf = (channel: Channel) => {
    const known = consents[channel]
    return known ? { ...known, on: known.on ?? '' } : { ...notAsked }
  }
  return { email: draftOf('email'), phone: draftOf('phone'), message: draftOf('message'), post: draftOf('post') }
}

export const emptyAddress = (label: string = addressLabels[0]) => ({
  label,
  street: '',
  postalCode: '',
  locality: '',
  region: '',
  country: '',
})

export const emptyAlert = () => ({ kind: 'allergy' as AlertKind, text: '' })

/** `write` puts a stored birthday into the user's words. */
export function draftOf(contact: Contact, write: (birthday: string) => string): ContactDraft {
  const { id: _id, createdAt: _created, changedAt: _changed, trashedAt: _trashed, blockedAt: _blocked, ...fields } = contact
  return {
    ...fields,
    phones: contact.phones.map(({ label, number }) => ({ label, number })),
    emails: contact.emails.map(email => ({ ...email })),
    addresses: contact.addresses.map(address => ({ ...address })),
    birthday: contact.birthday ? write(contact.birthday) : '',
    tags: [...contact.tags],
    alerts: contact.alerts.map(alert => ({ ...alert })),
    consents: consentDrafts(contact.consents),
    preferredChannel: contact.preferredChannel ?? '',
    followUpOn: contact.followUpOn ?? '',
    custom: { ...contact.custom },
  }
}

/** With a first empty entry where a field of one is wanted and there is none: `phones.0.number`. */
export function withEntry(draft: ContactDraft, path = ''): ContactDraft {
  const [list] = path.split('.')
  if (list === 'phones' && !draft.phones.length) return { ...draft, phones: emptyDraft().phones }
  if (list === 'emails' && !draft.emails.length) return { ...draft, emails: emptyDraft().emails }
  if (list === 'alerts' && !draft.alerts.length) return { ...draft, alerts: [emptyAlert()] }
  if (list === 'addresses' && !draft.addresses.length) return { ...draft, addresses: [emptyAddress()] }
  return draft
}

/** Without the entries into which nothing was typed. */
export function tidied(draft: ContactDraft): ContactDraft {
  return {
    ...draft,
    alerts: draft.alerts.filter(({ kind, text }) => text.trim() || kind !== 'allergy'),
    consents: consentDrafts(consentsIn(draft)),
    phones: draft.phones.filter(({ number }) => number.trim()),
    emails: draft.emails.filter(({ address }) => address.trim()),
    addresses: draft.addresses.filter(({ label: _label, ...lines }) => Object.values(lines).some(line => line.trim())),
  }
}

export const isSameDraft = (a: ContactDraft, b: ContactDraft) => JSON.stringify(tidied(a)) === JSON.stringify(tidied(b))

type Reading = { fields: ContactFields; problems: readonly [] } | { fields: null; problems: readonly InputProblem[] }

/** `read` is null where the birthday is no day. */
export function readDraft(draft: ContactDraft, read: (typed: string) => string | null): Reading {
  const birthday = draft.birthday.trim() ? read(draft.birthday) : null
  const { preferredChannel, followUpOn } = draft
  const parsed = ContactFields.safeParse({
    ...draft,
    birthday,
    consents: consentsIn(draft),
    preferredChannel: preferredChannel || null,
    followUpOn: followUpOn || null,
  })
  const problems: InputProblem[] = parsed.success ? [] : problemsOf(parsed.error)
  if (draft.birthday.trim() && birthday === null) problems.push({ path: ['birthday'], reason: 'noSuchDay' })
  if (parsed.success && !isNamed(parsed.data)) problems.push({ path: [nameField(draft)], reason: 'nameMissing' })
  return parsed.success && problems.length === 0 ? { fields: parsed.data, problems: [] } : { fields: null, problems }
}

function consentsIn({ consents }: ContactDraft): Consents {
  const known = channels.flatMap(channel => {
    const { state, on, source } = consents[channel]
    return state ? [[channel, { state, on: on || null, source }] as const] : []
  })
  return Object.fromEntries(known)
}

const isNamed = (fields: ContactFields) => displayName({ ...fields, phones: fields.phones.map(phone => ({ ...phone, e164: null })) }) !== ''

/** Where a missing name is asked for. */
export const nameField = ({ kind }: Pick<ContactDraft, 'kind'>) => (kind === 'company' ? 'organization' : 'givenName')

/** What differs from the contact as it is stored. */
export function changesTo(contact: Contact, { custom, ...fields }: ContactFields): Omit<ContactChange, 'id'> {
  const before: Record<string, unknown> = { ...contact, phones: contact.phones.map(({ label, number }) => ({ label, number })) }
  const changedCustom = customChange(contact.custom, custom)
  const changed = Object.keys(changedCustom).length > 0 ? { custom: changedCustom } : {}
  return {
    ...changed,
    ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))),
  }
}

function customChange(before: Custom, after: Custom): CustomChange {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = keys.filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(changed.map(key => [key, after[key] ?? null]))
}
