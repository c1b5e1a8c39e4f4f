import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { CalendarImport, CalendarResult } from '../../shared/calendar/model.ts'
import type { OfferedFile } from '../../shared/files/model.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { AppError } from '../../shared/errors.ts'
import { useApi } from '../api.ts'
import { useCalendarPlace } from '../appointments/place.ts'
import { useAnswer } from '../composables/answer.ts'
import { useJobs } from '../shell/jobs.ts'

type Choices = Pick<CalendarImport, 'as' | 'staffId'>

/** One import of a calendar file, from the file to its result. It goes on while other pages are shown. */
export const useCalendarImport = defineStore('calendarImport', () => {
  const api = useApi()
  const place = useCalendarPlace()
  const jobs = useJobs()
  const file = shallowRef<OfferedFile | null>(null)
  const choices = shallowRef<Choices>({ as: 'block', staffId: null })
  const {
    answer: preview,
    failure,
    isAsking: isReading,
    load: read,
    forget,
  } = useAnswer(() => file.value && api('calendar.preview', { file: file.value.token, ...choices.value }))
  const progress = shallowRef<Progress | null>(null)
  const running = shallowRef<AbortController | null>(null)
  /** `operation` is null where nothing came in, or was taken back. */
  const result = shallowRef<{ value: CalendarResult; operation: number | null; isTakenBack: boolean } | null>(null)

  const stage = computed(() => (running.value ? 'running' : result.value ? 'done' : preview.value ? 'preview' : 'start'))
  const wantsCancel = shallowRef(false)
  /** Asked here or in the list of jobs: it goes on until all that was written is taken out again. */
  const isCancelling = computed(
    () => wantsCancel.value || jobs.running.some(({ call, id }) => call === 'calendar.import' && jobs.cancelling.has(id)),
  )

  function reset() {
    forget()
    ;[file.value, result.value] = [null, null]
  }

  /** For the one person whose calendar is shown, where it is only one. */
  function take(next: OfferedFile) {
    reset()
    file.value = next
    const { staff } = place.filters
    choices.value = { as: 'block', staffId: staff.length === 1 ? staff[0]! : null }
    return read()
  }

  /** What a person has at the same time is part of the preview; what the events become is not. */
  function choose(change: Partial<Choices>) {
    choices.value = { ...choices.value, ...change }
    if ('staffId' in change) void read()
  }

  async function run() {
    if (!file.value) return
    const abort = (running.value = new AbortController())
    ;[progress.value, failure.value, wantsCancel.value] = [null, null, false]
    try {
      const wanted = { file: file.value.token, ...choices.value }
      const done = await api.noted('calendar.import', wanted, { onProgress: at => (progress.value = at), signal: abort.signal })
      result.value = { ...done, isTakenBack: false }
    } catch (error) {
      failure.value = error instanceof AppError && error.code === 'cancelled' ? null : error
    }
    running.value = null
  }

  function cancel() {
    wantsCancel.value = true
    running.value?.abort()
  }

  async function takeBack() {
    const before = result.value
    if (!before || before.operation === null) return
    await api.run('operations.undo', { id: before.operation })
    if (result.value === before) result.value = { ...before, operation: null, isTakenBack: true }
  }

  return { file, choices, preview, failure, isReading, progress, result, stage, isCancelling, take, choose, run, cancel, takeBack, reset }
})
