import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'
import { dealTables } from '../store.ts'

/** One deal as it stands, whoever changes it. */
export function useDeal(id: () => number) {
  const api = useApi()
  const {
    answer: deal,
    failure,
    load,
  } = useAnswer(() => api('deals.get', { id: id() }), { of: id, changes: [...dealTables, 'document', 'staff'] })
  return { deal, failure, load }
}
