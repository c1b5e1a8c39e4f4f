import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import type { Days } from './range.ts'

/** The visits of the days that are looked at, cancelled ones included. */
export const useDiary = defineStore('diary', () => {
  const api = useApi()
  const wanted = shallowRef<Days | null>(null)
  const {
    answer,
    failure: error,
    load,
  } = useAnswer(() => wanted.value && read(wanted.value), {
    changes: ['appointment', 'appointmentService', 'series', 'contact'],
    every: 150,
  })

  const read = async (days: Days) => ({ days, entries: await api('appointments.between', { ...days, cancelled: true }) })

  async function look(at: Days) {
    if (wanted.value?.from === at.from && wanted.value.to === at.to) return
    wanted.value = at
    await load()
  }

  return {
    ...{ error, load, look },
    entries: computed(() => answer.value?.entries ?? null),
    /** Which days `entries` are of. */
    days: computed(() => answer.value?.days ?? null),
  }
})
