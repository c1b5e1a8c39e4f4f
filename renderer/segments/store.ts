import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input, Output } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** The filters that somebody gave a name, and how many contacts each shows. */
export const useSegments = defineStore('segments', () => {
  const api = useApi()
  const all = shallowRef<Output<'segments.list'>>([])
  const counts = shallowRef<ReadonlyMap<number, number>>(new Map())

  async function load() {
    all.value = await api('segments.list', {})
    if (all.value.length > 0) counts.value = new Map((await api('segments.counts', {})).map(({ id, contacts }) => [id, contacts]))
  }
  const reload = () => void load().catch(() => undefined)
  reload()
  useChanges(['segment', 'contact', 'contactTag', 'activity', 'field', 'tag'], useThrottleFn(reload, 1000, true))

  return {
    all,
    counts,
    create: (wanted: Input<'segments.create'>) => api.noted('segments.create', wanted),
    update: (change: Input<'segments.update'>) => api.noted('segments.update', change),
    remove: (id: number) => api.noted('segments.remove', { id }),
  }
})
