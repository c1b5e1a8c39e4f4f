import { useI18n } from 'vue-i18n'
import type { Input } from '../../shared/contract.ts'
import type { Relation } from '../../shared/relations/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useErrorText } from '../composables/errors.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'

/** Whom a contact is linked with, kept up to date. */
export function useRelations(contactId: () => number) {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const announce = useUndoable()
  const { errorText } = useErrorText()
  // Without an answer the card says nothing about links, until the next change.
  const { answer: shown } = useAnswer(() => api('relations.list', { contactId: contactId() }), {
    of: contactId,
    changes: ['relation', 'contact'],
  })

  async function add(relation: Omit<Input<'relations.add'>, 'contactId'>) {
    const { value, operation } = await api.noted('relations.add', { contactId: contactId(), ...relation })
    announce(t('relations.linked', { name: value.contact.name }), operation)
  }

  async function remove({ id, contact }: Relation) {
    try {
      const { operation } = await api.noted('relations.remove', { id })
      announce(t('relations.removed', { name: contact.name }), operation)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }

  return { shown, add, remove }
}
