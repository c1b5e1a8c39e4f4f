import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely'
import type { DealMoveTable, DealTable } from '../db/schema-deals.ts'
import type { Db } from '../db/schema.ts'
import type { Below } from '../timeline/source.ts'

/** What cards, sums and filters need. Deals of contacts in the trash are not shown until these are back. */
const lines = (db: Db, now: string) =>
  db
    .selectFrom('deal')
    .innerJoin('stage', 'stage.id', 'deal.stageId')
    .innerJoin('contact', 'contact.id', 'deal.contactId')
    .select(['deal.id', 'deal.contactId', 'deal.stageId', 'deal.title', 'deal.value', 'deal.expectedOn', 'deal.source', 'deal.staffId'])
    .select(['deal.nextStep', 'deal.nextStepOn', 'deal.enteredAt', 'deal.changedAt', 'deal.outcome', 'deal.closedAt', 'deal.lostReason'])
    .select(['stage.pipelineId', 'stage.staleDays', 'stage.probability', 'contact.sortName'])
    .select(
      sql<string | null>`(select at from activity where activity.contactId = deal.contactId and trashedAt is null and at <= ${now}
        order by at desc limit 1)`.as('lastActivityAt'),
    )
    .where('deal.trashedAt', 'is', null)
    .where('contact.trashedAt', 'is', null)

/** What their contacts are called. */
export const contactNames = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .select(['id', 'kind', 'namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'])
    .select(['phones', 'emails', 'addresses'])
    .where('id', 'in', ids)

/** Of the last `count` that came to be, the latest first: what is compared with what somebody types. */
export const titles = (db: Db, count: number) =>
  db
    .selectFrom('deal')
    .innerJoin('contact', 'contact.id', 'deal.contactId')
    .select(['deal.id', 'deal.contactId', 'deal.title', 'deal.outcome'])
    .where('deal.trashedAt', 'is', null)
    // The plus keeps the planner from walking through all contacts that are not in the trash.
    .where(sql<SqlBool>`+contact.trashedAt is null`)
    .where(sql<SqlBool>`deal.id > (select coalesce(max(id), 0) from deal) - ${count}`)
    .orderBy('deal.id', 'desc')

export const open = (db: Db, stageIds: readonly number[], now: string) =>
  lines(db, now).where('deal.closedAt', 'is', null).where('deal.stageId', 'in', stageIds)

export const closedSince = (db: Db, stageIds: readonly number[], day: string, now: string) =>
  lines(db, now)
    .where('deal.closedAt', 'is not', null)
    .where('deal.outcome', 'in', ['won', 'lost'])
    .where('deal.closedOn', '>=', day)
    .where('deal.stageId', 'in', stageIds)
    .orderBy('deal.closedOn', 'desc')
    .orderBy('deal.id', 'desc')

export const closedBetween = (
  db: Db,
  outcome: DealTable['outcome'],
  { from, to }: { from: string | null; to: string | null },
  now: string,
) =>
  lines(db, now)
    .where('deal.closedAt', 'is not', null)
    .where('deal.outcome', '=', outcome)
    .$if(from !== null, query => query.where('deal.closedOn', '>=', from))
    .$if(to !== null, query => query.where('deal.closedOn', '<', to))

export const ofContact = (db: Db, contactId: number, now: string) => lines(db, now).where('deal.contactId', '=', contactId)

export const lineById = (db: Db, id: number, now: string) => lines(db, now).where('deal.id', '=', id)

export const byId = (db: Db, id: number) => db.selectFrom('deal').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<DealTable>) => db.insertInto('deal').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<DealTable>) => db.updateTable('deal').set(row).where('id', '=', id)

export const insertMove = (db: Db, row: Insertable<DealMoveTable>) => db.insertInto('dealMove').values(row)

/** With the names of the stages, those that are gone included. */
export const movesOf = (db: Db, dealId: number) =>
  moves(db).where('dealMove.dealId', '=', dealId).orderBy('dealMove.at').orderBy('dealMove.id')

/** For a contact's timeline; of one of the deals only where it is named. */
export const stepsOf = (db: Db, { contactId, dealId }: { contactId: number; dealId: number | null }, below: Below, limit: number) =>
  moves(db)
    .innerJoin('deal', 'deal.id', 'dealMove.dealId')
    .select('deal.title')
    .where('deal.contactId', '=', contactId)
    .where('deal.trashedAt', 'is', null)
    .$if(dealId !== null, query => query.where('dealMove.dealId', '=', dealId!))
    .where(sql<SqlBool>`(dealMove.at, dealMove.id) < (${below.at}, ${below.id})`)
    .orderBy('dealMove.at', 'desc')
    .orderBy('dealMove.id', 'desc')
    .limit(limit)

const moves = (db: Db) =>
  db
    .selectFrom('dealMove')
    .innerJoin('stage as to', 'to.id', 'dealMove.toStageId')
    .leftJoin('stage as from', 'from.id', 'dealMove.fromStageId')
    .selectAll('dealMove')
    .select(['to.name as toStage', 'from.name as fromStage'])

export const tagsOf = (db: Db, dealIds: readonly number[]) =>
  db
    .selectFrom('dealTag')
    .innerJoin('tag', 'tag.id', 'dealTag.tagId')
    .select(['dealTag.dealId', 'tag.name', 'tag.id'])
    .where('dealTag.dealId', 'in', dealIds)
    .orderBy('tag.foldedName')

export const tagsOfAll = (db: Db, dealIds: readonly number[]) =>
  db
    .selectFrom('dealTag')
    .innerJoin('tag', 'tag.id', 'dealTag.tagId')
    .select(['dealTag.dealId', 'tag.foldedName'])
    .where('dealTag.dealId', 'in', sql<number>`(select value from json_each(${JSON.stringify(dealIds)}))`)

/** Of the open deals in these stages. */
export const openTags = (db: Db, stageIds: readonly number[]) =>
  db
    .selectFrom('deal')
    .innerJoin('dealTag', 'dealTag.dealId', 'deal.id')
    .innerJoin('tag', 'tag.id', 'dealTag.tagId')
    .select(['deal.id as dealId', 'tag.name'])
    .where('deal.closedAt', 'is', null)
    .where('deal.trashedAt', 'is', null)
    .where('deal.stageId', 'in', stageIds)
    .orderBy('tag.foldedName')

/** Of these deals, those with a tag, by its folded name. */
export const taggedWith = (db: Db, dealIds: readonly number[], foldedName: string) =>
  db
    .selectFrom('tag')
    .innerJoin('dealTag', 'dealTag.tagId', 'tag.id')
    .select('dealTag.dealId')
    .where('tag.foldedName', '=', foldedName)
    .where('dealTag.dealId', 'in', sql<number>`(select value from json_each(${JSON.stringify(dealIds)}))`)

export const addTags = (db: Db, dealId: number, tagIds: readonly number[]) =>
  db.insertInto('dealTag').values(tagIds.map(tagId => ({ dealId, tagId })))

export const removeTags = (db: Db, dealId: number, tagIds: readonly number[]) =>
  db.deleteFrom('dealTag').where('dealId', '=', dealId).where('tagId', 'in', tagIds)

export const countOpen = (db: Db, stageIds: readonly number[]) =>
  db
    .selectFrom('deal')
    .select(['stageId', sql<number>`count(*)`.as('deals')])
    .where('stageId', 'in', stageIds)
    .groupBy('stageId')

export const inStage = (db: Db, stageId: number) =>
  db.selectFrom('deal').select(['id', 'stageId', 'value', 'outcome']).where('stageId', '=', stageId)

export const documentNumber = (db: Db, id: number) => db.selectFrom('document').select(['id', 'number']).where('id', '=', id)

/** Of these contacts, those who have an open deal in the stages already. */
export const contactsWithOpen = (db: Db, contactIds: readonly number[], stageIds: readonly number[]) =>
  db
    .selectFrom('deal')
    .select('contactId')
    .distinct()
    .where('contactId', 'in', contactIds)
    .where('stageId', 'in', stageIds)
    .where('closedAt', 'is', null)
    .where('trashedAt', 'is', null)

/** Of these contacts, those that are neither in the trash nor a part of another. */
export const standingContacts = (db: Db, ids: readonly number[]) =>
  db.selectFrom('contact').select(['id', 'source']).where('id', 'in', ids).where('trashedAt', 'is', null)

/** A tag that becomes another one: a deal that has that one already keeps one of them. */
export const retag = (db: Db, tagId: number, into: number) =>
  sql`update or ignore dealTag set tagId = ${into} where tagId = ${tagId}`.execute(db)

export const untag = (db: Db, tagId: number) => db.deleteFrom('dealTag').where('tagId', '=', tagId)
