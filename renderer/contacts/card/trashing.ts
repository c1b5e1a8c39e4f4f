import { useI18n } from 'vue-i18n'
import type { Contact } from '../../../shared/contacts/model.ts'
import { displayName } from '../../../shared/contacts/rules.ts'
import { useApi } from '../../api.ts'
import { useErrorText } from '../../composables/errors.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useUndoable } from '../undoable.ts'

/** Into the trash and out of it again, with a word about it. */
export function useTrashing() {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const announce = useUndoable()

  async function change(call: 'contacts.trash' | 'contacts.restore', contact: Contact, text: string) {
    try {
      const { operation } = await api.noted(call, { ids: [contact.id] })
      announce(text, operation)
      return true
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
      return false
    }
  }

  return {
    trash: (contact: Contact) => change('contacts.trash', contact, t('contacts.card.trashed', { name: displayName(contact) })),
    restore: (contact: Contact) => change('contacts.restore', contact, t('contacts.card.restored', { name: displayName(contact) })),
  }
}
