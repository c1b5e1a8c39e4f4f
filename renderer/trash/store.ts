import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ContactLine } from '../../shared/contacts/model.ts'
import type { Deleted } from '../../shared/retention/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

const pageSize = 100
const mostPerRequest = 500

/** What lies in the trash, the latest first, as far as it has been scrolled to. */
export const useTrash = defineStore('trash', () => {
  const api = useApi()
  let wanted = pageSize
  const { answer, failure: error, load, put } = useAnswer(read, { changes: ['contact', 'purge'], every: 500 })
  const contacts = computed(() => answer.value?.contacts ?? null)
  const total = computed(() => answer.value?.total ?? 0)

  async function read() {
    const read: ContactLine[] = []
    for (;;) {
      const limit = Math.min(mostPerRequest, wanted - read.length)
      const page = await api('contacts.list', { trashed: true, sort: 'changed', descending: true, offset: read.length, limit })
      read.push(...page.contacts)
      if (page.contacts.length < limit || read.length >= wanted) return { total: page.total, contacts: read }
    }
  }

  function loadMore() {
    wanted = (contacts.value?.length ?? 0) + pageSize
    return load()
  }

  const inPortions = (ids: readonly number[]) =>
    Array.from({ length: Math.ceil(ids.length / 1000) }, (_, index) => ids.slice(index * 1000, index * 1000 + 1000))

  async function restore(ids: readonly number[]) {
    for (const portion of inPortions(ids)) await api('contacts.restore', { ids: portion })
    if (answer.value) put({ ...answer.value, contacts: answer.value.contacts.filter(({ id }) => !ids.includes(id)) })
  }

  async function putBackIntoTrash(ids: readonly number[]) {
    for (const portion of inPortions(ids)) await api('contacts.trash', { ids: portion })
  }

  /** null for all of them. */
  async function deleteForGood(ids: readonly number[] | null) {
    const all: Pick<Deleted, 'contacts' | 'kept'> = { contacts: 0, kept: 0 }
    for (const portion of ids ? inPortions(ids) : [null]) {
      const done = portion ? await api.run('retention.delete', { ids: [...portion] }) : await api.run('retention.emptyTrash', {})
      all.contacts += done.contacts
      all.kept += done.kept
    }
    await load()
    return all
  }

  return { contacts, total, error, load, loadMore, restore, putBackIntoTrash, deleteForGood }
})
