import { useI18n } from 'vue-i18n'
import { useAttempt } from '../composables/attempt.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useConfirm } from '../ui/confirm.ts'
import { useToasts } from '../ui/toasts.ts'
import { useTrash } from './store.ts'

/** Asks first: what is deleted for good does not come back. */
export function useDeleting() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const trash = useTrash()
  const toasts = useToasts()
  const confirm = useConfirm()
  const { busy, attempt } = useAttempt()
  const say = (key: string, count: number) => t(`trash.purge.${key}`, { count: number(count) }, count)

  /** null for all that lies there. */
  async function deleteForGood(ids: readonly number[] | null) {
    const count = ids?.length ?? trash.total
    const question = { title: t('trash.purge.title'), text: say('text', count), action: t('trash.purge.action'), danger: true }
    if (!(await confirm.ask(question))) return
    await attempt(async () => {
      const { contacts, kept } = await trash.deleteForGood(ids)
      toasts.notify({ text: [contacts > 0 && say('done', contacts), kept > 0 && say('kept', kept)].filter(Boolean).join(' ') })
    })
  }

  return { busy, deleteForGood }
}
