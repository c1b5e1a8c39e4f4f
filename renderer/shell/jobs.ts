import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Job } from '../../shared/jobs/model.ts'
import { useApi } from '../api.ts'
import { useAppEvents } from '../composables/events.ts'

/** The long work that is going on, also what was begun before the window was loaded. */
export const useJobs = defineStore('jobs', () => {
  const api = useApi()
  const jobs = shallowRef<ReadonlyMap<number, Job>>(new Map())
  const running = computed(() => [...jobs.value.values()].filter(({ state }) => state === 'running'))

  const keep = (job: Job) => (jobs.value = new Map(jobs.value).set(job.id, job))
  useAppEvents(event => event.type === 'job' && keep(event.job))

  async function load() {
    try {
      // What an event has told meanwhile is newer.
      for (const job of await api('jobs.list', {})) if (!jobs.value.has(job.id)) keep(job)
    } catch {
      // The next event of a job brings it here all the same.
    }
  }

  const cancel = ({ id }: Job) => api('jobs.cancel', { job: id })

  return { running, load, cancel }
})
