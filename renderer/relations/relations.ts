import { shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Input, Output } from '../../shared/contract.ts'
import type { Relation } from '../../shared/relations/model.ts'
import { useApi } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useChanges } from '../composables/events.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'

/** Whom a contact is linked with, kept up to date. */
export function useRelations(contactId: () => number) {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const announce = useUndoable()
  const { errorText } = useErrorText()
  const shown = shallowRef<Output<'relations.list'> | null>(null)

  async function load() {
    const id = contactId()
    const found = await api('relations.list', { contactId: id })
    if (id === contactId()) shown.value = found
  }
  // Without an answer the card says nothing about links, until the next change.
  const reload = () => void load().catch(() => undefined)

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

  watch(
    contactId,
    () => {
      shown.value = null
      reload()
    },
    { immediate: true },
  )
  useChanges(['relation', 'contact'], reload)
  return { shown, add, remove }
}
