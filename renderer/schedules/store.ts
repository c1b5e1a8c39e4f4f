import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Schedule } from '../../shared/schedules/model.ts'
import { useApi } from '../api.ts'
import { useAppEvents, useChanges } from '../composables/events.ts'

/** Which reports are written into folders by themselves, and how that went. */
export const useSchedules = defineStore('schedules', () => {
  const api = useApi()
  const all = shallowRef<readonly Schedule[] | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    try {
      all.value = await api('schedules.list', {})
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  const loaded = load()
  useChanges(['reportSchedule', 'savedReport', 'setting'], () => void load())
  // How it went is no change that the history knows.
  useAppEvents(event => {
    if (event.type === 'job' && event.job.call.startsWith('schedules.') && event.job.state !== 'running') void load()
  })

  return {
    ...{ all, failure, loaded },
    failing: computed(() => (all.value ?? []).filter(({ last, pausedAt }) => last?.failure && pausedAt === null)),
    create: (wanted: Input<'schedules.create'>) => api.noted('schedules.create', wanted),
    change: (change: Input<'schedules.change'>) => api.noted('schedules.change', change),
    pause: (id: number, paused: boolean) => api.noted('schedules.pause', { id, paused }),
    remove: (id: number) => api.noted('schedules.remove', { id }),
    run: (id: number) => api.run('schedules.run', { id }),
  }
})
