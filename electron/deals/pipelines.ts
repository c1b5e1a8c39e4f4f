import { isOpenKind, type Pipeline, type PipelineDraft, type Stage } from '../../shared/deals/pipeline.ts'
import { templates, type TemplateName } from '../../shared/deals/templates.ts'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { moveOut } from './move-out.ts'
import * as queries from './pipeline-queries.ts'

type Writing = Pick<CommandContext, 'db' | 'now' | 'session'>

/** Archived ones included. */
export async function pipelinesOf(db: Db): Promise<Pipeline[]> {
  const stages = groupedBy(await queries.stages(db).execute(), ({ pipelineId }) => pipelineId)
  return (await queries.all(db).execute()).map(({ id, name, archivedAt }) => ({
    ...{ id, name, archivedAt },
    stages: (stages.get(id) ?? []).map(({ id, name, probability, kind, staleDays }) => ({ id, name, probability, kind, staleDays })),
  }))
}

export async function findPipeline(db: Db, id: number) {
  const pipeline = (await pipelinesOf(db)).find(one => one.id === id)
  if (!pipeline) throw new AppError('notFound', 'pipelineGone')
  return pipeline
}

/** A stage that stands, with its pipeline. */
export async function findStage(db: Db, id: number): Promise<{ pipeline: Pipeline; stage: Stage }> {
  for (const pipeline of await pipelinesOf(db)) {
    const stage = pipeline.stages.find(one => one.id === id)
    if (stage) return { pipeline, stage }
  }
  throw new AppError('notFound', 'stageGone')
}

export const stageOfKind = ({ stages }: Pipeline, kind: 'open' | 'won' | 'lost') => stages.find(stage => stage.kind === kind)!

/** Where new deals begin. A shop that has no pipeline yet gets the one for services. */
export async function firstStage(context: Writing) {
  const standing = (await pipelinesOf(context.db)).filter(({ archivedAt }) => archivedAt === null)
  return stageOfKind(standing[0] ?? (await adopt(context, 'services')), 'open')
}

export async function adoptTemplate({ template }: { template: TemplateName }, context: CommandContext) {
  const pipeline = await adopt(context, template)
  context.describe('pipelineCreated', { name: pipeline.name })
  return pipeline
}

/** The stages of a trade, named in the shop's language. */
export async function adopt(context: Writing, template: TemplateName) {
  const { language } = await settingsOf(context.db)
  const stages = templates[template].map(({ key, percent, kind, staleDays }) => ({
    ...{ id: null, kind, staleDays, probability: percent * 100 },
    name: textIn(language, `deals.templates.stages.${key}`),
  }))
  return write(context, { id: null, name: textIn(language, `deals.templates.names.${template}`), stages, moves: [] })
}

export async function savePipeline(draft: PipelineDraft, context: CommandContext) {
  const pipeline = await write(context, draft)
  context.describe(draft.id === null ? 'pipelineCreated' : 'pipelineChanged', { name: pipeline.name })
  return pipeline
}

async function write(context: Writing, draft: PipelineDraft): Promise<Pipeline> {
  const { db, now } = context
  const known = await pipelinesOf(db)
  const before = draft.id === null ? null : await findPipeline(db, draft.id)
  refuseTaken(known, draft.name, draft.id, 'pipelineTaken')
  refuseIncomplete(draft)
  const head = { name: draft.name, position: known.length, createdAt: now().toISOString(), archivedAt: null }
  const id = before?.id ?? (await queries.insert(db, head).executeTakeFirstOrThrow()).id
  if (before && before.name !== draft.name) await queries.update(db, id, { name: draft.name }).execute()
  const stageIds = await writeStages(db, id, draft, before)
  await moveOut(context, before, draft, stageIds)
  return findPipeline(db, id)
}

/** A deal has to begin somewhere, and to end well or badly. */
function refuseIncomplete({ stages }: PipelineDraft) {
  for (const kind of ['open', 'won', 'lost'] as const)
    if (!stages.some(stage => stage.kind === kind)) throw new AppError('invalid', `stageMissing${kind}`)
}

async function writeStages(db: Db, pipelineId: number, { stages }: PipelineDraft, before: Pipeline | null) {
  const ids: number[] = []
  for (const [position, { id, ...stage }] of stages.entries()) {
    const known = before?.stages.find(one => one.id === id)
    if (id !== null && !known) throw new AppError('notFound', 'stageGone')
    if (known) await changeStage(db, known, stage, { position, wasAt: before!.stages.indexOf(known) })
    ids.push(
      known?.id ?? (await queries.insertStage(db, { ...stage, pipelineId, position, archivedAt: null }).executeTakeFirstOrThrow()).id,
    )
  }
  return ids
}

async function changeStage(
  db: Db,
  { id, ...known }: Stage,
  stage: Omit<Stage, 'id'>,
  { position, wasAt }: Record<'position' | 'wasAt', number>,
) {
  if (JSON.stringify(known) === JSON.stringify(stage) && position === wasAt) return
  await queries.updateStage(db, id, { ...stage, position }).execute()
}

export async function archivePipeline({ id, archived }: { id: number; archived: boolean }, { db, now, describe }: CommandContext) {
  const before = await findPipeline(db, id)
  if (!archived) refuseTaken(await pipelinesOf(db), before.name, id, 'pipelineTaken')
  const isChanged = (before.archivedAt !== null) !== archived
  if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
  describe(archived ? 'pipelineArchived' : 'pipelineBack', { name: before.name })
  return findPipeline(db, id)
}

export const openStageIds = ({ stages }: Pipeline) => stages.filter(({ kind }) => isOpenKind(kind)).map(({ id }) => id)
