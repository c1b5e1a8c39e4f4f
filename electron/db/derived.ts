import type { Database } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import { matchKeys, searchText } from '../../shared/contacts/rules.ts'
import type { ContactTable } from './schema-contacts.ts'

type Row = Pick<
  ContactTable,
  | 'kind'
  | 'givenName'
  | 'additionalName'
  | 'familyName'
  | 'organization'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'birthday'
  | 'sortName'
  | 'custom'
>
const sources = [
  'kind',
  'givenName',
  'additionalName',
  'familyName',
  'organization',
  'phones',
  'emails',
  'addresses',
  'birthday',
  'sortName',
  'custom',
] as const satisfies readonly (keyof Row)[]

/**
 * contactSearch and contactKey follow every change of a contact that is not in the trash, an undo's too. Temporary triggers,
 * because they call functions that only our own connections have.
 */
export function keepDerived(sqlite: Database) {
  sqlite.function('contactSearchText', { deterministic: true }, image => searchText(parse(image)))
  sqlite.function('contactMatchKeys', { deterministic: true }, image => JSON.stringify(matchKeys(parse(image))))
  sqlite.exec(`
    create temp trigger if not exists contactDerivedInserted after insert on main.contact when new.trashedAt is null begin ${add} end;
    create temp trigger if not exists contactDerivedUpdated after update on main.contact begin ${remove} ${add} end;
    create temp trigger if not exists contactDerivedDeleted after delete on main.contact begin ${remove} end;`)
}

/** For bulk work that writes both itself. */
export function stopDerivingChanges(sqlite: Database) {
  sqlite.exec('drop trigger if exists temp.contactDerivedInserted; drop trigger if exists temp.contactDerivedUpdated')
}

const image = (row: 'old' | 'new') => `json_object(${sources.map(name => `'${name}', ${row}.${name}`).join(', ')})`

const add = `
  insert into contactSearch (rowid, text) select new.id, contactSearchText(${image('new')}) where new.trashedAt is null;
  insert or ignore into contactKey (key, contactId)
    select value, new.id from json_each(contactMatchKeys(${image('new')})) where new.trashedAt is null;`

const remove = `
  delete from contactSearch where rowid = old.id and old.trashedAt is null;
  delete from contactKey where contactId = old.id and key in (select value from json_each(contactMatchKeys(${image('old')})));`

function parse(image: unknown) {
  const row = JSON.parse(String(image)) as Selectable<Row>
  return {
    ...row,
    phones: JSON.parse(row.phones),
    emails: JSON.parse(row.emails),
    addresses: JSON.parse(row.addresses),
    custom: JSON.parse(row.custom),
  }
}
