import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { DealFilter, type DealLine, type Move } from '../../shared/deals/model.ts'
import { isOpenKind } from '../../shared/deals/pipeline.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { rearranged } from './board/rearranged.ts'
import { usePipelines } from './pipelines.ts'

export const noFilter = DealFilter.parse({})
export const dealTables = ['deal', 'dealTag', 'dealMove', 'stage', 'pipeline', 'activity', 'contact', 'tag']
const cardsAtOnce = 50

export type How = Partial<Pick<Move, 'value' | 'reason' | 'note'>>

/** The board, as it was filtered last. */
export const useDeals = defineStore('deals', () => {
  const api = useApi()
  const pipelines = usePipelines()
  const filter = shallowRef(noFilter)
  const view = shallowRef<'board' | 'list' | 'forecast'>('board')
  const perStage = shallowRef(cardsAtOnce)
  const {
    answer: board,
    failure,
    load,
    put,
  } = useAnswer(() => api('deals.board', { ...filter.value, perStage: perStage.value }), { changes: dealTables, every: 250 })

  const isFiltered = computed(() => JSON.stringify({ ...filter.value, pipelineId: null }) !== JSON.stringify(noFilter))
  const openColumns = computed(
    () => board.value?.columns.filter(({ stageId }) => isOpenKind(pipelines.stageOf(stageId)?.kind ?? 'lost')) ?? [],
  )
  const total = (of: 'deals' | 'sum' | 'weighted' | 'stale') => openColumns.value.reduce((sum, column) => sum + column[of], 0)
  const totals = computed(() => ({ deals: total('deals'), sum: total('sum'), weighted: total('weighted'), stale: total('stale') }))

  function narrow(change: Partial<DealFilter>) {
    filter.value = { ...filter.value, ...change }
    void load()
  }

  function showMore() {
    perStage.value = Math.min(2000, perStage.value * 4)
    void load()
  }

  /** At once on the screen; where it is refused, the board shows what is true. */
  async function move(card: DealLine, to: number, how: How = {}) {
    if (board.value) put(rearranged(board.value, card, to, pipelines.stageOf))
    try {
      return await api.noted('deals.move', { id: card.id, from: card.stageId, to, ...how })
    } finally {
      await load()
    }
  }

  return { filter, view, board, failure, perStage, isFiltered, openColumns, totals, load, narrow, showMore, move }
})
