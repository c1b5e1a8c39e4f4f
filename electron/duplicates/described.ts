import type { Selectable } from 'kysely'
import type { Contact } from '../../shared/contacts/model.ts'
import type { Described } from '../../shared/duplicates/profile.ts'
import type { ContactTable } from '../db/schema-contacts.ts'

type Row = Pick<
  Selectable<ContactTable>,
  'kind' | 'givenName' | 'additionalName' | 'familyName' | 'nameSuffix' | 'organization' | 'phones' | 'emails' | 'addresses' | 'birthday'
>

/** A row as it is compared. Most lists of a large base are empty. */
export const toDescribed = (row: Row): Described => ({
  ...row,
  phones: list<Contact['phones']>(row.phones),
  emails: list<Contact['emails']>(row.emails),
  addresses: list<Contact['addresses']>(row.addresses),
})

// Written by toRow only.
const list = <T extends readonly unknown[]>(json: string) => (json === '[]' ? [] : JSON.parse(json)) as T
