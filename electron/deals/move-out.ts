import { isOpenKind, type Pipeline, type PipelineDraft, type Stage } from '../../shared/deals/pipeline.ts'
import { AppError, type InputProblem } from '../../shared/errors.ts'
import type { CommandContext } from '../handlers.ts'
import * as pipelineQueries from './pipeline-queries.ts'
import * as queries from './queries.ts'

type Writing = Pick<CommandContext, 'db' | 'now' | 'session'>

/** Stages that are left out, or become of another kind, let go of their deals only to where somebody said. */
export async function moveOut(context: Writing, before: Pipeline | null, draft: PipelineDraft, stageIds: readonly number[]) {
  if (!before) return
  const used = await stagesInUse(context, before)
  refuseChangedKinds(before, draft, used)
  const left = before.stages.filter(({ id }) => !stageIds.includes(id))
  refuseUnanswered(left, draft, used)
  for (const stage of left) {
    const place = draft.moves.find(({ from }) => from === stage.id)?.to
    if (used.has(stage.id) && place !== undefined) await moveAll(context, stage, { ...draft.stages[place]!, id: stageIds[place]! })
    await pipelineQueries.updateStage(context.db, stage.id, { archivedAt: context.now().toISOString() }).execute()
  }
}

async function stagesInUse({ db }: Writing, { stages }: Pipeline) {
  const ids = stages.map(({ id }) => id)
  return new Map((await queries.countOpen(db, ids).execute()).map(({ stageId, deals }) => [stageId, deals]))
}

function refuseChangedKinds({ stages }: Pipeline, draft: PipelineDraft, used: ReadonlyMap<number, number>) {
  for (const { id, name, kind } of stages) {
    const after = draft.stages.find(stage => stage.id === id)
    const isOther = after && after.kind !== kind && !(isOpenKind(after.kind) && isOpenKind(kind))
    if (isOther && used.has(id)) throw new AppError('conflict', 'stageKindUsed', { name, count: used.get(id)! })
  }
}

/** Deals that are closed go where deals end the same way, the others stay open. */
function refuseUnanswered(left: readonly Stage[], { moves, stages }: PipelineDraft, used: ReadonlyMap<number, number>) {
  const fits = (stage: Stage, to: number | undefined) => {
    const target = to === undefined ? undefined : stages[to]
    return target !== undefined && (isOpenKind(stage.kind) ? isOpenKind(target.kind) : target.kind === stage.kind)
  }
  const problems = left
    .filter(stage => used.has(stage.id) && !fits(stage, moves.find(({ from }) => from === stage.id)?.to))
    .map(({ id, name }): InputProblem => ({ path: ['moves', id], reason: 'stageHasDeals', params: { name, count: used.get(id)! } }))
  const [first] = problems
  if (first) throw AppError.from({ code: 'conflict', reason: first.reason, params: first.params, problems })
}

async function moveAll({ db, now, session }: Writing, from: Stage, to: { id: number }) {
  const at = now().toISOString()
  for (const { id, value } of await queries.inStage(db, from.id).execute()) {
    await queries.update(db, id, { stageId: to.id, enteredAt: at }).execute()
    const step = { dealId: id, fromStageId: from.id, toStageId: to.id, event: 'moved' as const, at, value, user: session.user }
    await queries.insertMove(db, { ...step, reason: '', note: '' }).execute()
  }
}
