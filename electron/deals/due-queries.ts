import { sql, type SqlBool } from 'kysely'
import type { Db } from '../db/schema.ts'

/**
 * The most valuable first, as their index has them: it is read until there are enough. The signs keep the planner from the
 * indexes of stages and contacts, after which all would have to be sorted.
 */
const open = (db: Db, stageIds: readonly number[], limit: number) =>
  db
    .selectFrom('deal')
    .innerJoin('contact', 'contact.id', 'deal.contactId')
    .select(['deal.id', 'deal.contactId', 'deal.title', 'deal.value', 'deal.nextStepOn', 'deal.expectedOn'])
    .where('deal.closedAt', 'is', null)
    .where('deal.trashedAt', 'is', null)
    .where(sql`+contact.trashedAt`, 'is', null)
    .where(sql`+deal.stageId`, 'in', stageIds)
    .orderBy('deal.value', 'desc')
    .orderBy('deal.id')
    .limit(limit)

export type DueRow = Awaited<ReturnType<ReturnType<typeof nextSteps>['execute']>>[number]

export const nextSteps = (db: Db, stageIds: readonly number[], today: string, limit: number) =>
  open(db, stageIds, limit).where('deal.nextStepOn', '<=', today)

/** Without those whose next step is due. */
export const closing = (db: Db, stageIds: readonly number[], today: string, until: string, limit: number) =>
  open(db, stageIds, limit)
    .where('deal.expectedOn', '<=', until)
    .where(({ or, eb }) => or([eb('deal.nextStepOn', 'is', null), eb('deal.nextStepOn', '>', today)]))

export type Since = Readonly<{ stageId: number; since: string }>

/** Without a next step, not about to close, and without anything happening since a moment that each stage has for itself. */
export const quiet = (db: Db, stages: readonly Since[], closingUntil: string, now: string, limit: number) =>
  open(
    db,
    stages.map(({ stageId }) => stageId),
    limit,
  )
    .where('deal.nextStepOn', 'is', null)
    .where(({ or, eb }) => or([eb('deal.expectedOn', 'is', null), eb('deal.expectedOn', '>', closingUntil)]))
    .where(({ or, and, eb }) =>
      or(
        stages.map(({ stageId, since }) =>
          and([
            eb(sql`+deal.stageId`, '=', stageId),
            eb('deal.changedAt', '<=', since),
            eb('deal.enteredAt', '<=', since),
            silent(since, now),
          ]),
        ),
      ),
    )

/** A note, a call, an e-mail or a meeting with the contact. */
const silent = (since: string, now: string) =>
  sql<SqlBool>`not exists (select 1 from activity where activity.contactId = deal.contactId and activity.trashedAt is null
    and activity.at > ${since} and activity.at <= ${now})`
