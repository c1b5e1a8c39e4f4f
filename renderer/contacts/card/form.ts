import { computed, ref, shallowRef, watch } from 'vue'
import { changesTo, draftOf, emptyDraft, isSameDraft, readDraft, tidied, withEntry } from '../../../shared/contacts/draft.ts'
import type { Noted } from '../../../shared/api.ts'
import type { Contact, ContactFields } from '../../../shared/contacts/model.ts'
import type { InputProblem } from '../../../shared/errors.ts'
import { useApi } from '../../api.ts'
import { useErrorText } from '../../composables/errors.ts'
import { useBirthdays } from './birthdays.ts'

const pathOf = ({ path }: InputProblem) => path.join('.')

/** A contact's form: what was typed stays until it is saved, problems stand at their fields. Without a contact it makes a new one, beginning at `startPath`. */
export function useContactForm(contact: Contact | null, startPath?: string) {
  const api = useApi()
  const { problemText, fieldErrors } = useErrorText()
  const { read, write } = useBirthdays()

  const begin = () => (contact ? draftOf(contact, write) : emptyDraft())
  const start = shallowRef(begin())
  const draft = ref(withEntry(begin(), startPath))
  const errors = shallowRef<Readonly<Record<string, string>>>({})
  const failure = shallowRef<unknown>(null)
  const saving = shallowRef(false)
  const dirty = computed(() => !isSameDraft(draft.value, start.value))

  const textsOf = (problems: readonly InputProblem[]) =>
    Object.fromEntries(problems.map(problem => [pathOf(problem), problemText(problem)]))

  /** One field, when it is left: a field that is still empty is not complained about. */
  function check(path: string) {
    const found = textsOf(readDraft(draft.value, read).problems)
    const isEmpty =
      String(path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], draft.value) ?? '') === ''
    const { [path]: _former, ...others } = errors.value
    errors.value = found[path] && !isEmpty ? { ...others, [path]: found[path] } : others
  }

  // A problem goes away as soon as it is mended.
  watch(
    draft,
    draft => {
      failure.value = null
      if (Object.keys(errors.value).length === 0) return
      const found = textsOf(readDraft(draft, read).problems)
      errors.value = Object.fromEntries(Object.entries(found).filter(([path]) => path in errors.value))
    },
    { deep: true },
  )

  const store = (fields: ContactFields) =>
    contact ? api.noted('contacts.update', { id: contact.id, ...changesTo(contact, fields) }) : api.noted('contacts.create', fields)

  /** Null where it could not be saved; the form then says why. */
  async function save(): Promise<Noted<'contacts.create' | 'contacts.update'> | null> {
    if (saving.value) return null
    const wanted = tidied(draft.value)
    const { fields, problems } = readDraft(wanted, read)
    if (!fields) {
      draft.value = wanted
      errors.value = textsOf(problems)
      return null
    }
    saving.value = true
    try {
      const saved = await store(fields)
      start.value = draft.value
      return saved
    } catch (error) {
      errors.value = fieldErrors(error)
      if (Object.keys(errors.value).length === 0) failure.value = error
      return null
    } finally {
      saving.value = false
    }
  }

  return { draft, errors, failure, saving, dirty, check, save }
}
