import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListColumn, ListKind, ListPreview } from '../../../shared/catalogue/import/model.ts'
import type { Output } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OfferedFile } from '../../../shared/files/model.ts'
import type { ImportOptions } from '../../../shared/imports/model.ts'
import type { Progress } from '../../../shared/jobs/model.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'
import { useUndoable } from '../../contacts/undoable.ts'

type Choices = Pick<ImportOptions, 'encoding' | 'delimiter'> & { fields?: ListColumn['field'][]; counts: boolean }

/** One list of products or services, from the file to what came of it. */
export function useListImport(what: ListKind) {
  const { t } = useI18n()
  const api = useApi()
  const announce = useUndoable()
  const file = shallowRef<OfferedFile | null>(null)
  const choices = shallowRef<Choices>({ counts: false })
  const result = shallowRef<Output<'catalogue.importProducts'> | null>(null)
  const progress = shallowRef<Progress | null>(null)
  const running = shallowRef<AbortController | null>(null)
  const { answer: preview, failure, isAsking: isReading, load: read, forget } = useAnswer(ask)

  const stage = computed(() => (running.value ? 'running' : result.value ? 'done' : preview.value ? 'preview' : 'start'))
  const writing = computed(() => (preview.value ? preview.value.created + preview.value.changed : 0))

  function ask(): Promise<ListPreview> | null {
    if (!file.value) return null
    const { counts, ...wanted } = { file: file.value.token, ...choices.value }
    return what === 'products' ? api('catalogue.previewProducts', { ...wanted, counts }) : api('catalogue.previewServices', wanted)
  }

  function reset() {
    forget()
    ;[file.value, result.value] = [null, null]
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
