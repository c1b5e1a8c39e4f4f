import { computed, nextTick, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useUndoable } from '../contacts/undoable.ts'
import { useErrorText } from './errors.ts'

/** The Save button of a form: once at a time; what is wrong stands beside its fields, the first of which is gone to, or above them all. */
export function useSaving() {
  const { t } = useI18n()
  const announce = useUndoable()
  const { fieldErrors } = useErrorText()
  const failure = shallowRef<unknown>(null)
  const busy = shallowRef(false)
  const errors = computed(() => fieldErrors(failure.value))
  /** What no field of the form can show. */
  const rest = computed(() => (Object.keys(errors.value).length > 0 ? null : failure.value))

  /** null where it was not saved: for a failure, or because nothing was wanted after all. */
  async function save<V>(work: () => Promise<{ value: V; operation: number | null } | null>, text = t('settings.saved')) {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    try {
      const done = await work()
      if (done && done.operation !== null) announce(text, done.operation)
      return done && done.value
    } catch (cause) {
      failure.value = cause
      void nextTick(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return null
    } finally {
      busy.value = false
    }
  }

  return { save, busy, errors, rest, clear: () => (failure.value = null) }
}
