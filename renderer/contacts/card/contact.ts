import { shallowRef, watch } from 'vue'
import type { Contact } from '../../../shared/contacts/model.ts'
import { useApi } from '../../api.ts'
import { useChanges } from '../../composables/events.ts'

/** One contact, kept up to date. The former one stays until the next is there. */
export function useContact(id: () => number) {
  const api = useApi()
  const contact = shallowRef<Contact | null>(null)
  const failure = shallowRef<unknown>(null)
  let latest = 0

  async function load() {
    const turn = ++latest
    try {
      const found = await api('contacts.get', { id: id() })
      if (turn !== latest) return
      contact.value = found
      failure.value = null
    } catch (error) {
      if (turn !== latest) return
      // What somebody is just writing on a card stays, even where the contact has gone meanwhile.
      if (contact.value?.id !== id()) contact.value = null
      failure.value = error
    }
  }

  watch(id, load, { immediate: true })
  useChanges(['contact', 'contactTag'], () => void load())
  return { contact, failure, load }
}
