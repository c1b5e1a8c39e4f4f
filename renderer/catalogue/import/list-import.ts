import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListColumn, ListKind, ListPreview } from '../../../shared/catalogue/import/model.ts'
import type { Output } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OfferedFile } from '../../../shared/files/model.ts'
import type { ImportOptions } from '../../../shared/imports/model.ts'
import type { Progress } from '../../../shared/jobs/model.ts'
import { useApi } from '../../api.ts'
import { useUndoable } from '../../contacts/undoable.ts'

type Choices = Pick<ImportOptions, 'encoding' | 'delimiter'> & { fields?: ListColumn['field'][]; counts: boolean }

/** One list of products or services, from the file to what came of it. */
export function useListImport(what: ListKind) {
  const { t } = useI18n()
  const api = useApi()
  const announce = useUndoable()
  const file = shallowRef<OfferedFile | null>(null)
  const choices = shallowRef<Choices>({ counts: false })
  const preview = shallowRef<ListPreview | null>(null)
  const result = shallowRef<Output<'catalogue.importProducts'> | null>(null)
  const failure = shallowRef<unknown>(null)
  const isReading = shallowRef(false)
  const progress = shallowRef<Progress | null>(null)
  const running = shallowRef<AbortController | null>(null)
  let latest = 0

  const stage = computed(() => (running.value ? 'running' : result.value ? 'done' : preview.value ? 'preview' : 'start'))
  const writing = computed(() => (preview.value ? preview.value.created + preview.value.changed : 0))

  async function read() {
    if (!file.value) return
    const turn = ++latest
    isReading.value = true
    try {
      const { counts, ...wanted } = { file: file.value.token, ...choices.value }
      const found =
        what === 'products' ? await api('catalogue.previewProducts', { ...wanted, counts }) : await api('catalogue.previewServices', wanted)
      if (turn === latest) [preview.value, failure.value] = [found, null]
    } catch (error) {
      if (turn === latest) failure.value = error
    }
    if (turn === latest) isReading.value = false
  }

  function reset() {
    latest++
    ;[file.value, preview.value, result.value, failure.value, isReading.value] = [null, null, null, null, false]
    choices.value = { counts: false }
  }

  function take(next: OfferedFile) {
    reset()
    file.value = next
    return read()
  }

  function choose(change: Partial<Choices>) {
    choices.value = { ...choices.value, ...change }
    void read()
  }

  async function run() {
    if (!file.value) return
    const abort = (running.value = new AbortController())
    ;[progress.value, failure.value] = [null, null]
    try {
      const { counts, ...wanted } = { file: file.value.token, ...choices.value }
      const watched = { onProgress: (at: Progress) => (progress.value = at), signal: abort.signal }
      const { value, operation } =
        what === 'products'
          ? await api.noted('catalogue.importProducts', { ...wanted, counts }, watched)
          : await api.noted('catalogue.importServices', wanted, watched)
      result.value = value
      const { created, changed, counted } = value
      const text = t(what === 'products' ? 'productImport.done' : 'serviceImport.done', { count: created + changed }, created + changed)
      announce(text, counted > 0 ? null : operation)
    } catch (error) {
      failure.value = error instanceof AppError && error.code === 'cancelled' ? null : error
    }
    running.value = null
  }

  const cancel = () => running.value?.abort()
  return { file, choices, preview, result, failure, isReading, progress, stage, writing, take, choose, run, cancel, reset }
}
