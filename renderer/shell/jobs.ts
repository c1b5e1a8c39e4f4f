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
  const cancelling = shallowRef<ReadonlySet<number>>(new Set())
  /** Nobody in this window waits for these any more: the page that began them was loaded anew. */
  const orphans = new Set<number>()
  const endedOrphan = shallowRef<Job | null>(null)

  useAppEvents(event => {
    if (event.type !== 'job') return
    jobs.value = new Map(jobs.value).set(event.job.id, event.job)
    if (event.job.state !== 'running' && orphans.delete(event.job.id)) endedOrphan.value = event.job
  })

  async function load() {
    const before = jobs.value
    try {
      const listed = await api('jobs.list', {})
      // What an event has told meanwhile is newer.
      const newer = [...jobs.value].filter(([id, job]) => before.get(id) !== job)
      for (const { id, state } of listed) if (state === 'running' && !before.has(id)) orphans.add(id)
      jobs.value = new Map([...listed.map((job): [number, Job] => [job.id, job]), ...newer])
    } catch {
      // The next event of a job brings it here all the same.
    }
  }

  async function cancel({ id }: Job) {
    cancelling.value = new Set(cancelling.value).add(id)
    try {
      await api('jobs.cancel', { job: id })
    } catch (error) {
      cancelling.value = new Set([...cancelling.value].filter(other => other !== id))
      throw error
    }
  }

  return { running, cancelling, endedOrphan, load, cancel }
})
