import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { selectionOf } from '../../../shared/contacts/marks.ts'
import { useErrorText } from '../../composables/errors.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useContacts } from '../store.ts'
import { useUndoable } from '../undoable.ts'
import type { useMarks } from './marks.ts'

/** What can be done to all marked contacts at once. */
export function useBulk(marks: ReturnType<typeof useMarks>) {
  const { t } = useI18n()
  const { number } = useFormatters()
  const { errorText } = useErrorText()
  const toasts = useToasts()
  const contacts = useContacts()
  const announce = useUndoable()
  const busy = shallowRef(false)

  const selection = () => selectionOf(marks.marks.value, contacts.filter)

  /** The toast comes when the next thing can be done. */
  async function work(action: () => Promise<(() => void) | undefined>) {
    busy.value = true
    const tell = await action().catch((error: unknown) => () => toasts.notify({ text: errorText(error), tone: 'error' }))
    busy.value = false
    tell?.()
  }

  const tag = (name: string, action: 'add' | 'remove') =>
    work(async () => {
      const wanted = selection()
      if (!wanted) return undefined
      const { value, operation } = await contacts.changeTag(wanted, name, action)
      const text = action === 'add' ? 'contacts.bulk.tagged' : 'contacts.bulk.untagged'
      return () => announce(t(text, { count: number(value.contacts), tag: name }, value.contacts), operation)
    })

  /** The marked ones, or else this one. */
  const remove = (current?: number) =>
    work(async () => {
      const wanted = selection() ?? (current === undefined ? null : { ids: [current] })
      if (!wanted) return undefined
      const { value, operation } = await contacts.trash(wanted)
      marks.clear()
      return () => announce(t('contacts.bulk.removed', { count: number(value.contacts) }, value.contacts), operation)
    })

  return { busy, selection, tag, remove }
}
