import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ImportProblem } from '../../shared/imports/model.ts'
import { useApi, useHost } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useToasts } from '../ui/toasts.ts'

const atOnce = 100

/** What an import could not take, read bit by bit, and saved as a file to mend. */
export function useProblems(id: number) {
  const { t } = useI18n()
  const api = useApi()
  const host = useHost()
  const toasts = useToasts()
  const { number } = useFormatters()
  const { errorText } = useErrorText()
  const problems = shallowRef<readonly ImportProblem[]>([])
  const total = shallowRef(0)
  const busy = shallowRef(false)

  async function attempt(action: () => Promise<void>) {
    busy.value = true
    try {
      await action()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
    busy.value = false
  }

  const more = () =>
    attempt(async () => {
      const page = await api('imports.problems', { import: id, offset: problems.value.length, limit: atOnce })
      problems.value = [...problems.value, ...page.problems]
      total.value = page.total
    })

  const save = (fileName: string) =>
    attempt(async () => {
      const out = await host.chooseDestination(fileName)
      if (!out) return
      const { rows } = await api.run('imports.saveProblems', { import: id, out })
      await host.deliver(out)
      toasts.notify({ text: t('imports.problems.saved', { count: number(rows) }, rows) })
    })

  return { problems, total, busy, more, save }
}
