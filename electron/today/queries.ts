import { sql, type Insertable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { TodayMarkTable } from '../db/schema-tasks.ts'

/** Of those who are neither in the trash nor a part of somebody else. The sign keeps the planner from an index of all who are not. */
const contacts = (db: Db) => db.selectFrom('contact').where(sql`+trashedAt`, 'is', null)

/** The latest first: what was due years ago is not what a day begins with. */
export const followUpsDue = (db: Db, today: string, limit: number) =>
  contacts(db).select(['id', 'followUpOn']).where('followUpOn', '<=', today).orderBy('followUpOn', 'desc').limit(limit)

/** Born on one of these dates, each `MM-DD`. */
const born = (db: Db, dates: readonly string[]) =>
  contacts(db)
    .where(sql<string>`substr(birthday, -5)`, 'in', dates)
    .where('birthday', 'is not', null)
    .where('kind', '=', 'person')

export const bornOn = (db: Db, dates: readonly string[], limit: number) => born(db, dates).select(['id', 'birthday']).limit(limit)

export const countBornOn = (db: Db, dates: readonly string[]) => born(db, dates).select(({ fn }) => fn.countAll<number>().as('contacts'))

/** Who has one of these dates, each `MM-DD`, in one of the shop's fields. */
export const datesOn = (db: Db, fieldIds: readonly number[], dates: readonly string[], limit: number) =>
  contacts(db)
    .innerJoin('contactDate', 'contactDate.contactId', 'contact.id')
    .select(['contact.id', 'contactDate.fieldId'])
    .select(sql<string>`json_extract(contact.custom, '$."' || contactDate.fieldId || '"')`.as('date'))
    .where('contactDate.monthDay', 'in', dates)
    .where('contactDate.fieldId', 'in', fieldIds)
    .limit(limit)

/** Given, not answered and not made an invoice of; the first to expire first. */
export const quotesExpiring = (db: Db, from: string, to: string, limit: number) =>
  db
    .selectFrom('document')
    .select(['id', 'number', 'contactId', 'validUntil', 'gross', 'buyerName'])
    // As their index has them.
    .where('kind', '=', sql.lit('quote'))
    .where('decision', 'is', null)
    .where('issuedAt', 'is not', null)
    .where('validUntil', '>=', from)
    .where('validUntil', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('document as made').select('made.id').whereRef('made.sourceId', '=', 'document.id'))),
    )
    .orderBy('validUntil')
    .limit(limit)

const isOpen = sql<boolean>`open <> 0`

/** The oldest first. */
export const invoicesOverdue = (db: Db, today: string, limit: number) =>
  db
    .selectFrom('document')
    .select(['id', 'number', 'contactId', 'dueOn', 'open', 'buyerName'])
    .where(isOpen)
    .where('open', '>', 0)
    .where('dueOn', '<', today)
    .orderBy(sql`coalesce(issuedOn, '9999')`)
    .orderBy('id')
    .limit(limit)

/** Due by their own rhythm between two days, the latest first. */
export const dueByRhythm = (db: Db, from: string, to: string, limit: number) =>
  db
    .selectFrom('clientRhythm')
    .select(['contactId', 'usualDays', 'dueOn', 'lastAt'])
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .orderBy('dueOn', 'desc')
    .limit(limit)

/** What nobody wants to see before a later day. */
export const marksAfter = (db: Db, today: string) =>
  db.selectFrom('todayMark').select(['kind', 'contactId', 'documentId', 'dealId']).where('until', '>', today)

export const marksDoneSince = (db: Db, from: string, limit: number) =>
  db
    .selectFrom('todayMark')
    .leftJoin('document', 'document.id', 'todayMark.documentId')
    .leftJoin('deal', 'deal.id', 'todayMark.dealId')
    .select(['todayMark.kind', 'todayMark.contactId', 'todayMark.documentId', 'todayMark.dealId'])
    .select(['todayMark.doneAt', 'todayMark.user', 'document.number', 'document.buyerName', 'deal.title'])
    .where('todayMark.doneAt', '>=', from)
    .orderBy('todayMark.doneAt', 'desc')
    .limit(limit)

type Subject = Pick<TodayMarkTable, 'kind' | 'contactId' | 'documentId' | 'dealId'>

export const forget = (db: Db, { kind, contactId, documentId, dealId }: Subject) =>
  db
    .deleteFrom('todayMark')
    .where('kind', '=', kind)
    .where('contactId', 'is', contactId)
    .where('documentId', 'is', documentId)
    .where('dealId', 'is', dealId)

export const mark = (db: Db, row: Insertable<TodayMarkTable>) => db.insertInto('todayMark').values(row)
