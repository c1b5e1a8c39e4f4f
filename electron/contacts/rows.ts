import type { Selectable } from 'kysely'
import { displayName, sortName, sortOrganization } from '../../shared/contacts/rules.ts'
import type { Contact, ContactLine, NewContact, Phone } from '../../shared/contacts/model.ts'
import { toE164, type Country } from '../../shared/phone.ts'
import type { ContactTable } from '../db/schema-contacts.ts'

type Row = Selectable<ContactTable>
/** A contact as it is written: with its phones as they are dialled. */
export type Values = Omit<NewContact, 'tags' | 'phones'> & { phones: readonly Phone[] }

type WrittenElsewhere = 'id' | 'createdAt' | 'changedAt' | 'trashedAt' | 'blockedAt' | 'mergedInto'

/** What is stored of a contact beside its times. */
export function toRow(contact: Values): Omit<Row, WrittenElsewhere> {
  const { kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, birthday, language, note, source } = contact
  const { preferredChannel, followUpOn } = contact
  return {
    ...{ kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, birthday, language, note, source },
    ...{ preferredChannel, followUpOn },
    phones: asJson(contact.phones),
    emails: asJson(contact.emails),
    addresses: asJson(contact.addresses),
    alerts: asJson(contact.alerts),
    consents: JSON.stringify(contact.consents),
    custom: JSON.stringify(contact.custom),
    sortName: sortName(contact),
    sortOrganization: sortOrganization(contact),
  }
}

const asJson = (entries: readonly object[]) => (entries.length === 0 ? '[]' : JSON.stringify(entries))

export const withE164 = (phones: NewContact['phones'], country: Country): Phone[] =>
  phones.map(phone => ({ ...phone, e164: toE164(phone.number, country) }))

type Json = Pick<Row, 'phones' | 'emails' | 'addresses'>
export const reachable = (row: Json) => ({
  // Written by toRow only.
  phones: JSON.parse(row.phones) as Contact['phones'],
  emails: JSON.parse(row.emails) as Contact['emails'],
  addresses: JSON.parse(row.addresses) as Contact['addresses'],
})

const alertsOf = (row: Pick<Row, 'alerts'>) => JSON.parse(row.alerts) as Contact['alerts']
export const customOf = (row: Pick<Row, 'custom'>) => JSON.parse(row.custom) as Contact['custom']
const consentsOf = (row: Pick<Row, 'consents'>) => JSON.parse(row.consents) as Contact['consents']

export function toContact({ sortName: _name, sortOrganization: _organization, mergedInto: _into, ...row }: Row, tags: string[]): Contact {
  return { ...row, ...reachable(row), alerts: alertsOf(row), consents: consentsOf(row), custom: customOf(row), tags }
}

type LineRow = Omit<Row, 'language' | 'note' | 'sortName' | 'sortOrganization' | 'mergedInto' | 'consents' | 'preferredChannel'>

export function toLine(row: LineRow, tags: string[]): ContactLine {
  const { phones, emails, addresses } = reachable(row)
  const { id, kind, organization, birthday, source, followUpOn, createdAt, changedAt, trashedAt, blockedAt } = row
  return {
    ...{ id, kind, organization, birthday, source, followUpOn, createdAt, changedAt, trashedAt, blockedAt, tags },
    alerts: alertsOf(row),
    custom: customOf(row),
    name: displayName({ ...row, phones, emails }),
    phone: phones[0] ?? null,
    email: emails[0]?.address ?? '',
    locality: addresses[0]?.locality ?? '',
  }
}
