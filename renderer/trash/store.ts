import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ContactLine } from '../../shared/contacts/model.ts'
import type { Deleted } from '../../shared/retention/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

const pageSize = 100
const mostPerRequest = 500

/** What lies in the trash, the latest first, as far as it has been scrolled to. */
export const useTrash = defineStore('trash', () => {
  const api = useApi()
  const contacts = shallowRef<readonly ContactLine[] | null>(null)
  const total = shallowRef(0)
  const error = shallowRef<unknown>(null)
  let latest = 0

  async function read(wanted: number) {
    const read: ContactLine[] = []
    for (;;) {
      const limit = Math.min(mostPerRequest, wanted - read.length)
      const page = await api('contacts.list', { trashed: true, sort: 'changed', descending: true, offset: read.length, limit })
      read.push(...page.contacts)
      if (page.contacts.length < limit || read.length >= wanted) return { total: page.total, contacts: read }
    }
  }

  async function load(wanted = Math.max(pageSize, contacts.value?.length ?? 0)) {
    const question = ++latest
    try {
      const answer = await read(wanted)
      if (question !== latest) return
      contacts.value = answer.contacts
      total.value = answer.total
      error.value = null
    } catch (cause) {
      if (question === latest) error.value = cause
    }
  }

  const loadMore = () => load((contacts.value?.length ?? 0) + pageSize)

  const inPortions = (ids: readonly number[]) =>
    Array.from({ length: Math.ceil(ids.length / 1000) }, (_, index) => ids.slice(index * 1000, index * 1000 + 1000))

  async function restore(ids: readonly number[]) {
    for (const portion of inPortions(ids)) await api('contacts.restore', { ids: portion })
    contacts.value = contacts.value?.filter(({ id }) => !ids.includes(id)) ?? null
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

  const refresh = useThrottleFn(() => void load(), 500, true)
  useChanges(['contact', 'purge'], () => contacts.value && void refresh())

  return { contacts, total, error, load, loadMore, restore, putBackIntoTrash, deleteForGood }
})
