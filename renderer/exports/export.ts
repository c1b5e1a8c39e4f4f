import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Input } from '../../shared/contract.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { AppError } from '../../shared/errors.ts'
import { useApi, useHost } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useToasts } from '../ui/toasts.ts'

type Wanted = Omit<Input<'exports.contacts'>, 'out'>

/** Writes contacts into a file of the user's choice. Goes on when the dialog is closed. */
export function useExport() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const api = useApi()
  const host = useHost()
  const toasts = useToasts()
  const progress = shallowRef<Progress | null>(null)
  const failure = shallowRef<unknown>(null)
  const running = shallowRef<AbortController | null>(null)

  /** True where a file has been written. */
  async function write(wanted: Wanted, fileName: string) {
    failure.value = null
    const out = await host.chooseDestination(fileName)
    if (!out) return false
    const abort = (running.value = new AbortController())
    try {
      const { contacts } = await api.run(
        'exports.contacts',
        { ...wanted, out },
        { onProgress: at => (progress.value = at), signal: abort.signal },
      )
      await host.deliver(out)
      toasts.notify({ text: t('exports.done', { count: number(contacts) }, contacts) })
      return true
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure.value = error
      return false
    } finally {
      running.value = null
      progress.value = null
    }
  }

  return { write, progress, failure, isRunning: computed(() => running.value !== null), cancel: () => running.value?.abort() }
}
