import { useI18n } from 'vue-i18n'
import type { Contact } from '../../../shared/contacts/model.ts'
import { displayName } from '../../../shared/contacts/rules.ts'
import { useApi } from '../../api.ts'
import { useErrorText } from '../../composables/errors.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useUndoable } from '../undoable.ts'

/** Into the trash and out of it again, blocked and unblocked, with a word about it. */
export function useTrashing() {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const announce = useUndoable()

  async function change(work: () => Promise<{ operation: number | null }>, text: string) {
    try {
      const { operation } = await work()
      announce(text, operation)
      return true
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
      return false
    }
  }

  return {
    trash: (contact: Contact) =>
      change(() => api.noted('contacts.trash', { ids: [contact.id] }), t('contacts.card.trashed', { name: displayName(contact) })),
    restore: (contact: Contact) =>
      change(() => api.noted('contacts.restore', { ids: [contact.id] }), t('contacts.card.restored', { name: displayName(contact) })),
    block: (contact: Contact) =>
      change(
        () => api.noted('contacts.block', { ids: [contact.id], blocked: true }),
        t('contacts.block.done', { name: displayName(contact) }),
      ),
    unblock: (contact: Contact) =>
      change(
        () => api.noted('contacts.block', { ids: [contact.id], blocked: false }),
        t('contacts.block.undone', { name: displayName(contact) }),
      ),
  }
}
