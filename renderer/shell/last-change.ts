import { useI18n } from 'vue-i18n'
import type { Operation } from '../../shared/operations/model.ts'
import { useApi } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useShortcut } from '../composables/shortcuts.ts'
import { useSummary } from '../composables/summaries.ts'
import { useSettings } from '../settings/store.ts'
import { useToasts } from '../ui/toasts.ts'

const atOnce = 50

/** Ctrl+Z: what stands is taken back one by one, the newest first, whether a toast still offers it or not. */
export function useLastChange() {
  const { t } = useI18n()
  const { errorText } = useErrorText()
  const api = useApi()
  const settings = useSettings()
  const toasts = useToasts()
  const summaryText = useSummary()
  let busy = false

  async function newestStanding(before: number | null = null): Promise<Operation | undefined> {
    const page = await api('operations.list', { before, limit: atOnce })
    const found = page.find(({ undoes, undoneBy, follows }) => undoes === null && undoneBy === null && follows === null)
    const last = page.at(-1)
    return found ?? (page.length === atOnce && last ? newestStanding(last.id) : undefined)
  }

  async function takeBack() {
    const wanted = await newestStanding()
    if (!wanted) return toasts.notify({ text: t('shell.lastChange.none') })
    if (wanted.isFinal) return toasts.notify({ text: t('shell.lastChange.final', { what: summaryText(wanted.summary) }) })
    const { undoneBy } = await api.run('operations.undo', { id: wanted.id })
    toasts.dropOffers()
    toasts.notify({ text: t('historyPage.takenBack', { what: summaryText(wanted.summary) }), putBack: undoneBy })
  }

  async function run() {
    if (busy) return
    busy = true
    try {
      await takeBack()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    } finally {
      busy = false
    }
  }

  useShortcut('mod+z', () => void run(), { label: 'shell.shortcuts.undo', when: () => settings.isSetUp })
}
