import { sql, type SqlBool } from 'kysely'
import type { ContactFilter, ContactOrder } from '../../shared/contacts/model.ts'
import { understand } from '../../shared/contacts/search.ts'
import { fold, words } from '../../shared/text.ts'
import type { Connection } from '../db/open.ts'
import type { Db } from '../db/schema.ts'
import { knownFor } from '../segments/known.ts'
import { filterCondition } from '../segments/sql.ts'
import * as queries from './queries.ts'

export type Wanted = ContactFilter & ContactOrder

const sortColumns = {
  name: ['sortName'],
  organization: ['sortOrganization', 'sortName'],
  changed: ['changedAt'],
  created: ['createdAt'],
} as const satisfies Record<ContactOrder['sort'], readonly string[]>

const everything = Number.MAX_SAFE_INTEGER

/**
 * Ids of everything that a filter shows, in order. A heavy read at a million contacts: it belongs on a worker, and goes past
 * kysely, which would make an object of every row.
 */
export async function orderedIds({ sqlite, db }: Connection, wanted: Wanted, now: Date): Promise<Uint32Array> {
  const found = wanted.text.trim() === '' ? null : await textCondition(db, wanted)
  const { conditions } = wanted
  const fitting = conditions && filterCondition(conditions, await knownFor(db, now, [conditions]))
  const query = filtered(db, wanted)
    .$if(wanted.tag !== null, query => query.where('contact.id', 'in', queries.taggedContacts(db, fold(wanted.tag!))))
    .$if(found !== null, query => query.where(found!))
    .$if(fitting !== null, query => query.where(fitting!))
  const ids =
    wanted.sort === 'organization'
      ? [...all(sqlite, employed(query, wanted)), ...all(sqlite, others(query, wanted))]
      : all(sqlite, sorted(query, wanted))
  return Uint32Array.from(ids)
}

/** Sorted by company, contacts without one come last, by name. */
const employed = (query: Filtered, wanted: Wanted) => sorted(query.where('sortOrganization', '<>', sql.lit('')), wanted)
const others = (query: Filtered, wanted: Wanted) => sorted(query.where('sortOrganization', '=', ''), { ...wanted, sort: 'name' })

function all(sqlite: Connection['sqlite'], query: Filtered) {
  const { sql, parameters } = query.compile()
  return sqlite
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...parameters)
}

/** The first ids straight from an index, for the page that is looked at most. Sorted by company, only those that have one. */
export const firstIds = (db: Db, wanted: Wanted, limit: number) =>
  (wanted.sort === 'organization' ? employed(filtered(db, wanted), wanted) : sorted(filtered(db, wanted), wanted)).limit(limit)

export const totalOf = async ({ db }: Connection, wanted: Wanted) => (await count(db, wanted).executeTakeFirstOrThrow()).contacts

export const count = (db: Db, wanted: Wanted) =>
  filtered(db, wanted)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('contacts'))

const filtered = (db: Db, { kind, trashed }: Wanted) =>
  db
    .selectFrom('contact')
    .select('contact.id')
    .where('trashedAt', trashed ? 'is not' : 'is', null)
    .$if(trashed, query => query.where('mergedInto', 'is', null))
    .$if(kind !== null, query => query.where('kind', '=', kind!))

type Filtered = ReturnType<typeof filtered>

/** What lies in the trash was last changed by being put there. */
const columnsOf = ({ sort, trashed }: Wanted) => (trashed && sort === 'changed' ? (['trashedAt'] as const) : sortColumns[sort])

/** As the indexes are: the kind stands in them so that a filter by it needs no look at the rows. */
function sorted(query: Filtered, wanted: Wanted): Filtered {
  const direction = wanted.descending ? 'desc' : 'asc'
  return columnsOf(wanted)
    .reduce<Filtered>((query, column) => query.orderBy(column, direction), query)
    .orderBy('kind', direction)
    .orderBy('contact.id', direction)
}

export async function textCondition(db: Db, { text, trashed }: Pick<Wanted, 'text' | 'trashed'>) {
  if (trashed) return inTrash(text)
  const variants = understand(text, await queries.allTags(db).execute())
  if (variants.length === 0) return sql<SqlBool>`false`
  const ids = variants.map(variant => sql`select id from (${queries.matching(db, variant, everything)})`)
  return sql<SqlBool>`contact.id in (${sql.join(ids, sql` union `)})`
}

/** The trash is small and not indexed. */
const inTrash = (text: string) =>
  sql<SqlBool>`${sql.join(
    words(text).map(word => sql`instr(sortName || ' ' || sortOrganization, ${word}) > 0`),
    sql` and `,
  )}`
