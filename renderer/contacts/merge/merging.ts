import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { firstChoices, mergedFields, mergeWanted, type MergeChoices } from '../../../shared/contacts/merge-choices.ts'
import type { Contact } from '../../../shared/contacts/model.ts'
import { displayName } from '../../../shared/contacts/rules.ts'
import { useApi } from '../../api.ts'
import { useUndoable } from '../undoable.ts'

/** Several records of one contact, what was chosen of each, and the way to one. */
export function useMerging(contacts: () => readonly Contact[]) {
  const { t } = useI18n()
  const api = useApi()
  const announce = useUndoable()
  const choices = shallowRef<MergeChoices | null>(null)
  const failure = shallowRef<unknown>(null)
  const busy = shallowRef(false)
  const result = computed(() => (choices.value ? mergedFields(contacts(), choices.value) : null))

  watch(
    () =>
      contacts()
        .map(({ id }) => id)
        .join(),
    () => {
      choices.value = contacts().length > 1 ? firstChoices(contacts()) : null
      failure.value = null
    },
    { immediate: true },
  )

  /** Whether it was done; what stands in the way is in `failure`. */
  async function merge() {
    if (!choices.value || busy.value) return false
    busy.value = true
    try {
      const { value, operation } = await api.noted('contacts.merge', mergeWanted(contacts(), choices.value))
      announce(t('merging.done', { name: displayName(value) }), operation)
      return true
    } catch (error) {
      failure.value = error
      return false
    } finally {
      busy.value = false
    }
  }

  return { choices, result, failure, busy, merge }
}
