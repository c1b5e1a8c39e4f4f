import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Operation } from '../../shared/operations/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useScrolled } from '../composables/scrolled.ts'

const pageSize = 50

/** What happened, newest first, as far as it has been scrolled to. */
export const useHistory = defineStore('history', () => {
  const api = useApi()
  /** A taking back changes older lines too. */
  const { rows, hasMore, failure, load, loadMore } = useScrolled<Operation>(
    () => (known, limit) => api('operations.list', { before: known.at(-1)?.id ?? null, limit }),
    { atOnce: pageSize, changes: 'all', every: 500 },
  )
  /** What is older was forgotten: asked for where the list comes to its end. */
  const { answer: forgotten } = useAnswer(() => (rows.value && !hasMore.value ? api('retention.forgotten', {}) : null), {
    of: rows,
    keep: true,
  })

  const takeBack = ({ id }: Pick<Operation, 'id'>) => api.run('operations.undo', { id })

  return {
    ...{ hasMore, load, loadMore, takeBack, operations: rows, error: failure },
    count: computed(() => rows.value?.length ?? 0),
    forgottenBefore: computed(() => forgotten.value?.before ?? null),
  }
})
