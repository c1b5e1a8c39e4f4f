import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useAppEvents } from '../composables/events.ts'

/** Which reports are written into folders by themselves, and how that went. */
export const useSchedules = defineStore('schedules', () => {
  const api = useApi()
  const {
    answer: all,
    failure,
    load,
  } = useAnswer(() => api('schedules.list', {}), { changes: ['reportSchedule', 'savedReport', 'setting'] })
  const loaded = load()
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
