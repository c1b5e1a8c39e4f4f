import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { DealSettings } from '../../shared/deals/model.ts'
import { isOpenKind, type Pipeline, type Stage } from '../../shared/deals/pipeline.ts'
import { defaultScoreRules } from '../../shared/deals/score.ts'
import type { TemplateName } from '../../shared/deals/templates.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** The pipelines of the shop with their stages. */
export const usePipelines = defineStore('pipelines', () => {
  const api = useApi()
  const all = shallowRef<readonly Pipeline[]>([])
  const settings = shallowRef<DealSettings>({ lostReasons: [], monthlyGoal: null, score: defaultScoreRules })
  const isLoaded = shallowRef(false)
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))
  const archived = computed(() => all.value.filter(({ archivedAt }) => archivedAt !== null))
  const stages = computed(
    () => new Map(all.value.flatMap(pipeline => pipeline.stages.map(stage => [stage.id, { pipeline, stage }] as const))),
  )

  async function load() {
    ;[all.value, settings.value] = await Promise.all([api('deals.pipelines', {}), api('deals.settings', {})])
    isLoaded.value = true
  }
  load().catch(() => undefined)
  useChanges(['pipeline', 'stage', 'setting'], () => void load().catch(() => undefined))

  const stageOf = (id: number): Stage | null => stages.value.get(id)?.stage ?? null
  const pipelineOf = (stageId: number): Pipeline | null => stages.value.get(stageId)?.pipeline ?? null

  return {
    ...{ all, settings, isLoaded, current, archived, load, stageOf, pipelineOf },
    openStages: ({ stages }: Pipeline) => stages.filter(({ kind }) => isOpenKind(kind)),
    adopt: (template: TemplateName) => api.noted('deals.adoptTemplate', { template }),
    save: (draft: Input<'deals.savePipeline'>) => api.noted('deals.savePipeline', draft),
    archive: (id: number, archived: boolean) => api.noted('deals.archivePipeline', { id, archived }),
    changeSettings: (changes: Partial<DealSettings>) => api.noted('deals.changeSettings', changes),
  }
})
