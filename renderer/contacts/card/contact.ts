import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** One contact, kept up to date. The former one stays until the next is there. */
export function useContact(id: () => number) {
  const api = useApi()
  // What somebody is just writing on a card stays, even where the contact has gone meanwhile.
  const {
    answer: contact,
    failure,
    load,
  } = useAnswer(() => api('contacts.get', { id: id() }), {
    of: id,
    keep: true,
    changes: ['contact', 'contactTag'],
  })
  return { contact, failure, load }
}
