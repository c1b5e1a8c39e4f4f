import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { DealSettings } from '../../shared/deals/model.ts'
import { isOpenKind, type Pipeline, type Stage } from '../../shared/deals/pipeline.ts'
import { defaultScoreRules } from '../../shared/deals/score.ts'
import type { TemplateName } from '../../shared/deals/templates.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useArchivableList } from '../composables/known-list.ts'

const noSettings: DealSettings = { lostReasons: [], monthlyGoal: null, score: defaultScoreRules }

/** The pipelines of the shop with their stages. */
export const usePipelines = defineStore('pipelines', () => {
  const api = useApi()
  const { all, current, archived, isLoaded: knowsPipelines } = useArchivableList(() => api('deals.pipelines', {}), ['pipeline', 'stage'])
  const { answer: settled, load } = useAnswer(() => api('deals.settings', {}), { changes: ['setting'] })
  void load()
  const settings = computed(() => settled.value ?? noSettings)
  const isLoaded = computed(() => knowsPipelines.value && settled.value !== null)
  const stages = computed(
    () => new Map(all.value.flatMap(pipeline => pipeline.stages.map(stage => [stage.id, { pipeline, stage }] as const))),
  )

  const stageOf = (id: number): Stage | null => stages.value.get(id)?.stage ?? null
  const pipelineOf = (stageId: number): Pipeline | null => stages.value.get(stageId)?.pipeline ?? null

  return {
    ...{ all, settings, isLoaded, current, archived, stageOf, pipelineOf },
    openStages: ({ stages }: Pipeline) => stages.filter(({ kind }) => isOpenKind(kind)),
    adopt: (template: TemplateName) => api.noted('deals.adoptTemplate', { template }),
    save: (draft: Input<'deals.savePipeline'>) => api.noted('deals.savePipeline', draft),
    archive: (id: number, archived: boolean) => api.noted('deals.archivePipeline', { id, archived }),
    changeSettings: (changes: Partial<DealSettings>) => api.noted('deals.changeSettings', changes),
  }
})
