import type { Insertable, Updateable } from 'kysely'
import type { PipelineTable, StageTable } from '../db/schema-deals.ts'
import type { Db } from '../db/schema.ts'

export const all = (db: Db) => db.selectFrom('pipeline').selectAll().orderBy('position').orderBy('id')

/** Those of all pipelines, but for what was left out. */
export const stages = (db: Db) =>
  db.selectFrom('stage').selectAll().where('archivedAt', 'is', null).orderBy('pipelineId').orderBy('position').orderBy('id')

export const insert = (db: Db, row: Insertable<PipelineTable>) => db.insertInto('pipeline').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<PipelineTable>) => db.updateTable('pipeline').set(row).where('id', '=', id)

export const insertStage = (db: Db, row: Insertable<StageTable>) => db.insertInto('stage').values(row).returning('id')

export const updateStage = (db: Db, id: number, row: Updateable<StageTable>) => db.updateTable('stage').set(row).where('id', '=', id)
