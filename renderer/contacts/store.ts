import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { mostMarks } from '../../shared/contacts/marks.ts'
import type { ContactFilter, ContactLine, ContactOrder, Selection, SortKey } from '../../shared/contacts/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useChanges } from '../composables/events.ts'
import { usePages } from '../ui/long-grid/pages.ts'

export const noFilter: ContactFilter = { text: '', kind: null, tag: null, trashed: false, conditions: null }
const mostPerRequest = 500
const trashedAtOnce = 1000

/** The list of contacts, as it was filtered and ordered last. */
export const useContacts = defineStore('contacts', () => {
  const api = useApi()
  const filter = shallowRef(noFilter)
  const order = shallowRef<ContactOrder>({ sort: 'name', descending: false })
  const { answer: counted, load: loadCounts } = useAnswer(
    async () => {
      const [all, tags] = await Promise.all([api('contacts.list', { limit: 1 }), api('contacts.tags', {})])
      return { everyone: all.total, tags }
    },
    { changes: ['contact', 'contactTag'], every: 1000 },
  )
  const tags = computed(() => counted.value?.tags ?? [])
  const everyone = computed(() => counted.value?.everyone ?? null)

  const question = computed(() => ({ ...filter.value, text: filter.value.text.trim(), ...order.value }))
  const isFiltered = computed(
    () => question.value.text !== '' || filter.value.kind !== null || filter.value.tag !== null || filter.value.conditions !== null,
  )
  const list = usePages<typeof question.value, ContactLine>(async (question, offset, limit) => {
    const { total, contacts } = await api('contacts.list', { ...question, offset, limit })
    return { total, rows: contacts }
  })

  const isEmpty = computed(() => list.total.value === 0 && !isFiltered.value)

  const ask = () => list.ask(question.value)

  function narrow(change: Partial<ContactFilter>) {
    filter.value = { ...filter.value, ...change }
    ask()
  }

  function orderBy(sort: SortKey, descending: boolean) {
    order.value = { sort, descending }
    ask()
  }

  /** The ids of rows, which may lie far from what is seen. */
  async function idsBetween(first: number, end: number) {
    const ids: number[] = []
    for (let offset = first; offset < Math.min(end, first + mostMarks); offset += mostPerRequest) {
      const { contacts } = await api('contacts.list', { ...question.value, offset, limit: Math.min(mostPerRequest, end - offset) })
      ids.push(...contacts.map(({ id }) => id))
    }
    return ids
  }

  /** A few at once, as a command; many as a job, which takes its time. */
  const trash = (selection: Selection) =>
    'ids' in selection && selection.ids.length <= trashedAtOnce
      ? api.noted('contacts.trash', selection)
      : api.noted('contacts.trashMany', { selection })
  const changeTag = (selection: Selection, tag: string, action: 'add' | 'remove') =>
    api.noted('contacts.tagMany', { selection, tag, action })

  useChanges(['contact', 'contactTag'], useThrottleFn(list.refresh, 250, true))

  return {
    filter,
    order,
    question,
    isFiltered,
    isEmpty,
    tags,
    everyone,
    list,
    ask,
    narrow,
    orderBy,
    loadCounts,
    idsBetween,
    trash,
    changeTag,
  }
})
