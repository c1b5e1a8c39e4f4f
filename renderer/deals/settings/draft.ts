import type { Input } from '../../../shared/contract.ts'
import { isOpenKind, type Pipeline, type Stage, type StageKind } from '../../../shared/deals/pipeline.ts'

export type StageDraft = { key: number; id: number | null; name: string; percent: number | null; kind: StageKind; staleDays: number | null }
export type PipelineForm = { id: number | null; name: string; stages: StageDraft[]; left: { stage: Stage; to: string }[] }

let lastKey = 0
export const newStage = (kind: StageKind = 'open'): StageDraft => ({
  ...{ key: ++lastKey, id: null, name: '', kind },
  ...{ percent: kind === 'won' ? 100 : kind === 'lost' ? 0 : 50, staleDays: kind === 'open' ? 7 : null },
})

export const formOf = (pipeline: Pipeline | 'new'): PipelineForm =>
  pipeline === 'new'
    ? { id: null, name: '', stages: [newStage(), newStage(), newStage('won'), newStage('lost')], left: [] }
    : {
        ...{ id: pipeline.id, name: pipeline.name, left: [] },
        stages: pipeline.stages.map(({ id, name, probability, kind, staleDays }) => ({
          ...{ key: ++lastKey, id, name, kind, staleDays },
          percent: probability / 100,
        })),
      }

/** Where the deals of a stage that goes can go: they stay open, or end the same way. */
export const placesFor = (stage: Stage, stages: readonly StageDraft[]) =>
  stages.filter(({ kind }) => (isOpenKind(stage.kind) ? isOpenKind(kind) : kind === stage.kind))

export const draftOf = ({ id, name, stages, left }: PipelineForm): Input<'deals.savePipeline'> => ({
  ...{ id, name },
  stages: stages.map(({ id, name, percent, kind, staleDays }) => ({
    ...{ id, name, kind, staleDays },
    probability: Math.round((percent ?? 0) * 100),
  })),
  moves: left.flatMap(({ stage, to }) => {
    const place = stages.findIndex(({ key }) => String(key) === to)
    return place < 0 ? [] : [{ from: stage.id, to: place }]
  }),
})
