import type { z } from 'zod'
import type { dealsContract } from '../../shared/deals/contract.ts'
import { NewDeal } from '../../shared/deals/model.ts'
import { isOpenKind } from '../../shared/deals/pipeline.ts'
import { AppError } from '../../shared/errors.ts'
import { portions } from '../../shared/group.ts'
import { idsOf } from '../contacts/bulk-changes.ts'
import type { JobContext } from '../handlers.ts'
import { findStage, firstStage, openStageIds } from './pipelines.ts'
import * as queries from './queries.ts'
import { insertDeal } from './write.ts'

const contactsAtOnce = 500

type Wanted = z.output<(typeof dealsContract)['deals.addContacts']['input']>

/** Whoever has an open deal in the pipeline already is passed over: marking somebody twice makes no second deal. */
export async function addContacts({ selection, stageId: wanted, ...given }: Wanted, context: JobContext) {
  const { db, transaction, progress, checkCancelled, describe } = context
  const stageId = wanted ?? (await transaction(() => firstStage(context))).id
  const { pipeline, stage } = await findStage(db, stageId)
  if (!isOpenKind(stage.kind)) throw new AppError('invalid', 'dealBeginsOpen')
  const ids = await idsOf(selection, context)
  let deals = 0
  let done = 0
  for (const some of portions(ids, contactsAtOnce)) {
    checkCancelled()
    deals += await transaction(() => addSome(context, some, { stage, openIds: openStageIds(pipeline), given }))
    done += some.length
    progress({ done, total: ids.length, perSecond: null })
  }
  describe('dealsAdded', { count: deals, pipeline: pipeline.name })
  return { deals, passedOver: ids.length - deals }
}

type Into = { stage: { id: number }; openIds: readonly number[]; given: Omit<Wanted, 'selection' | 'stageId'> }

async function addSome(context: JobContext, ids: readonly number[], { stage, openIds, given }: Into) {
  const { db } = context
  const known = new Set((await queries.contactsWithOpen(db, ids, openIds).execute()).map(({ contactId }) => contactId))
  const wanted = (await queries.standingContacts(db, ids).execute()).filter(({ id }) => !known.has(id))
  const { lead: _lead, tags: _tags, anyway: _anyway, stageId: _stageId, ...fields } = NewDeal.parse(given)
  for (const { id, source } of wanted)
    await insertDeal(context, { ...fields, source: fields.source || source.slice(0, 100), contactId: id, stage })
  return wanted.length
}
