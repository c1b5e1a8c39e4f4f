import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CalendarEntry } from '../../shared/appointments/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import type { Days } from './range.ts'

/** The visits of the days that are looked at, cancelled ones included. */
export const useDiary = defineStore('diary', () => {
  const api = useApi()
  const entries = shallowRef<readonly CalendarEntry[] | null>(null)
  const error = shallowRef<unknown>(null)
  /** Which days `entries` are of. */
  const days = shallowRef<Days | null>(null)
  let wanted: Days | null = null
  let latest = 0

  async function load() {
    if (!wanted) return
    const turn = ++latest
    const asked = wanted
    try {
      const found = await api('appointments.between', { ...asked, cancelled: true })
      if (turn !== latest) return
      entries.value = found
      days.value = asked
      error.value = null
    } catch (cause) {
      if (turn === latest) error.value = cause
    }
  }

  function look(at: Days) {
    if (wanted?.from === at.from && wanted.to === at.to) return Promise.resolve()
    wanted = at
    return load()
  }

  const refresh = useThrottleFn(() => void load(), 150, true)
  useChanges(['appointment', 'appointmentService', 'series', 'contact'], () => refresh())

  return { entries, days, error, load, look }
})
