import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { OfferedFile } from '../../shared/files/model.ts'
import { ImportResult, type CellFix, type ImportOptions, type ImportRun, type ImportSettings } from '../../shared/imports/model.ts'
import { noDefaults } from '../../shared/imports/defaults.ts'
import type { Job, Progress } from '../../shared/jobs/model.ts'
import { AppError } from '../../shared/errors.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useAppEvents } from '../composables/events.ts'
import { useJobs } from '../shell/jobs.ts'

type Reading = Omit<ImportOptions, 'file'>
type Choices = Pick<ImportRun, 'onMatch' | 'onNew' | 'matchBy' | 'keyColumn' | 'onTrashed' | 'onNewOption' | 'defaults' | 'tags'>
const usualChoices: Choices = {
  onMatch: 'fill',
  onNew: 'create',
  matchBy: 'usual',
  keyColumn: null,
  onTrashed: 'leaveOut',
  onNewOption: 'leaveOut',
  defaults: noDefaults,
  tags: [],
}

/** One import from the file to its result. It goes on while other pages are shown. */
export const useImport = defineStore('import', () => {
  const api = useApi()
  const file = shallowRef<OfferedFile | null>(null)
  /** What the user has decided about the reading; the rest is guessed. */
  const reading = shallowRef<Reading>({})
  const choices = shallowRef<Choices>(usualChoices)
  const {
    answer: preview,
    failure,
    isAsking: isReading,
    load: read,
    put,
    forget,
  } = useAnswer(() => file.value && api('imports.preview', { file: file.value.token, ...reading.value }))
  const running = shallowRef(false)
  const progress = shallowRef<Progress | null>(null)
  const result = shallowRef<ImportResult | null>(null)
  const wantsCancel = shallowRef(false)
  const jobs = useJobs()
  const job = computed(() => jobs.running.find(({ call }) => call === 'imports.run'))
  /** Asked here or in the list of jobs: it goes on until all that was written is taken out again. */
  const isCancelling = computed(() => wantsCancel.value || (job.value !== undefined && jobs.cancelling.has(job.value.id)))
  let abortRun: (() => void) | null = null

  /** As far as the preview has read. */
  const linesOf = (isTaken: boolean) =>
    new Set(preview.value?.problems.filter(problem => problem.isTaken === isTaken).map(({ line }) => line))
  const rowsLeftOut = computed(() => linesOf(false).size)
  const rowsIncomplete = computed(() => linesOf(true).size)
  const stage = computed(() => (running.value ? 'running' : result.value ? 'done' : preview.value ? 'preview' : 'start'))

  function reset() {
    forget()
    ;[file.value, reading.value, result.value] = [null, {}, null]
    choices.value = usualChoices
    like.value = null
  }

  /** How the next file is to be read and written; null where that is found out. */
  const like = shallowRef<Partial<ImportSettings> | null>(null)
  /** Of the import that ran here last. */
  const used = shallowRef<Partial<ImportSettings> | null>(null)

  /** The next file is read and written as an earlier one was. */
  function startLike(settings: Partial<ImportSettings>) {
    reset()
    like.value = settings
  }

  async function take(next: OfferedFile) {
    const settings = like.value
    reset()
    file.value = next
    if (!settings) return read()
    const { onMatch, onNew, matchBy, keyColumn, onTrashed, onNewOption, defaults, tags, fields, ...rest } = { ...usualChoices, ...settings }
    choices.value = { onMatch, onNew, matchBy, keyColumn, onTrashed, onNewOption, defaults, tags }
    reading.value = { ...rest, fields }
    await read()
    if (!(failure.value instanceof AppError) || !['columnsDiffer', 'fieldGone'].includes(failure.value.failure.reason)) return
    // A table with other columns, or a field that is gone: what they mean is guessed.
    reading.value = rest
    return read()
  }

  const choose = (change: Partial<Choices>) => (choices.value = { ...choices.value, ...change })

  /** Another cut into columns makes their meanings a guess again. */
  function readAs(change: Pick<Reading, 'encoding' | 'delimiter' | 'hasHeader' | 'sheet' | 'dateOrder' | 'decimalMark'>) {
    const { fields, fixes, ...rest } = reading.value
    const keepsColumns = 'encoding' in change || 'dateOrder' in change || 'decimalMark' in change
    reading.value = keepsColumns ? { ...rest, fields, fixes, ...change } : { ...rest, ...change }
    return read()
  }

  /** Whatever the columns meant the last time. */
  function guessAgain() {
    const { fields: _fields, ...rest } = reading.value
    reading.value = { ...rest, guessAgain: true }
    return read()
  }

  function setField(wanted: readonly number[], field: string | null) {
    if (!preview.value) return
    const columns = preview.value.columns.map((other, index) => (wanted.includes(index) ? { ...other, field } : other))
    put({ ...preview.value, columns })
    reading.value = { ...reading.value, fields: columns.map(({ field }) => field) }
    return read()
  }

  function fix(wanted: CellFix) {
    const others = (reading.value.fixes ?? []).filter(({ line, column }) => line !== wanted.line || column !== wanted.column)
    reading.value = { ...reading.value, fixes: [...others, wanted] }
    return read()
  }

  async function run() {
    if (!file.value || !preview.value) return
    const { encoding, delimiter, hasHeader, columns } = preview.value
    const { dateOrder, decimalMark, fixes } = reading.value
    const sheet = preview.value.sheet ?? undefined
    const wanted = {
      file: file.value.token,
      encoding,
      delimiter,
      hasHeader,
      sheet,
      dateOrder,
      decimalMark,
      fixes,
      fields: columns.map(({ field }) => field),
      ...structuredClone(choices.value),
      tags: [...choices.value.tags],
    }
    const { file: _file, fixes: _fixes, ...settings } = wanted
    used.value = settings
    const abort = new AbortController()
    begin(() => abort.abort())
    try {
      const ended = await api.run('imports.run', wanted, { onProgress: at => (progress.value = at), signal: abort.signal })
      end(ended)
    } catch (error) {
      end(null, error)
    }
  }

  function begin(abort: () => void) {
    ;[running.value, progress.value, failure.value, result.value] = [true, null, null, null]
    wantsCancel.value = false
    abortRun = abort
  }

  async function cancel() {
    if (job.value) return jobs.cancel(job.value)
    wantsCancel.value = true
    abortRun?.()
  }

  function end(ended: ImportResult | null, error: unknown = null) {
    followed = null
    running.value = false
    result.value = ended
    failure.value = error instanceof AppError && error.code === 'cancelled' ? null : error
  }

  let followed: number | null = null

  /** An import that was begun before this window was loaded. */
  async function find() {
    if (stage.value !== 'start' || file.value) return
    const job = (await api('jobs.list', {})).find(job => job.call === 'imports.run' && job.state === 'running')
    if (!job) return
    used.value = null
    begin(() => void api('jobs.cancel', { job: job.id }))
    followed = job.id
    follow(job)
  }

  function follow(job: Job) {
    if (job.id !== followed) return
    if (job.progress) progress.value = job.progress
    if (job.state === 'running') return
    const ended = ImportResult.safeParse((job.result as { value?: unknown } | undefined)?.value)
    end(ended.success ? ended.data : null)
  }

  useAppEvents(event => event.type === 'job' && follow(event.job))

  return {
    file,
    choices,
    choose,
    startLike,
    like,
    used,
    guessAgain,
    preview,
    failure,
    isReading,
    rowsLeftOut,
    rowsIncomplete,
    progress,
    result,
    stage,
    take,
    readAs,
    setField,
    fix,
    run,
    isCancelling,
    cancel,
    reset,
    find,
  }
})
