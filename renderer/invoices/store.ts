import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { DocumentFilter, type DocumentLine } from '../../shared/invoices/model.ts'
import type { Output } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { usePages } from '../ui/long-grid/pages.ts'

export const everything = DocumentFilter.parse({})
export const documentTables = ['document', 'payment', 'settlement']

/** The list of documents, as it was filtered last. */
export const useInvoices = defineStore('invoices', () => {
  const api = useApi()
  const filter = shallowRef(everything)
  const sums = shallowRef<Output<'invoices.sums'> | null>(null)
  /** Of whom documents are shown, where it is one client only. */
  const clientName = shallowRef('')
  const row = shallowRef<number | null>(null)
  const top = shallowRef(0)

  /** What is marked, by its id, as it was listed then. */
  const marked = shallowRef<ReadonlyMap<number, DocumentLine>>(new Map())
  function mark(document: DocumentLine, on = !marked.value.has(document.id)) {
    const next = new Map(marked.value)
    if (on) next.set(document.id, document)
    else next.delete(document.id)
    marked.value = next
  }
  const clearMarks = () => (marked.value = new Map())

  const isFiltered = computed(() => JSON.stringify(filter.value) !== JSON.stringify(everything))
  const list = usePages<DocumentFilter, DocumentLine>(async (question, offset, limit) => {
    const rows = await api('invoices.list', { ...question, offset, limit })
    // Counting a million takes longer than reading a page of them: until it is known how many there are, there is one page more.
    const known = offset + rows.length
    return { rows, total: sums.value?.documents ?? (rows.length === limit ? known + limit : known) }
  })
  const isEmpty = computed(() => list.total.value === 0 && !isFiltered.value)

  async function count() {
    const question = filter.value
    const counted = await api('invoices.sums', question)
    if (question !== filter.value) return
    const isNews = counted.documents !== sums.value?.documents
    sums.value = counted
    if (isNews) list.refresh()
  }
  const countSoon = () => void count().catch(() => undefined)

  function ask() {
    sums.value = null
    list.ask(filter.value)
    countSoon()
  }

  function narrow(change: Partial<DocumentFilter>) {
    filter.value = { ...filter.value, ...change }
    clearMarks()
    ask()
  }

  function showClient(contactId: number, name: string) {
    clientName.value = name
    narrow({ ...everything, contactId })
  }

  const reload = () => {
    if (list.total.value === null) return
    list.refresh()
    // What was marked may say something else by now.
    clearMarks()
    countSoon()
  }
  useChanges(documentTables, useThrottleFn(reload, 250, true))

  return { filter, sums, isFiltered, isEmpty, list, ask, narrow, clientName, showClient, row, top, marked, mark, clearMarks }
})
