import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DuplicateGroup } from '../../shared/duplicates/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useErrorText } from '../composables/errors.ts'
import { useMerging } from '../contacts/merge/merging.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'
import { useDuplicates } from './store.ts'

/** More would not fit side by side. */
const besideEachOther = 10

/** The group that is looked at, with everything that is known of its contacts, and the two ways to settle it. */
export function useReview(group: () => DuplicateGroup | null) {
  const { t } = useI18n()
  const api = useApi()
  const duplicates = useDuplicates()
  const toasts = useToasts()
  const announce = useUndoable()
  const { errorText } = useErrorText()
  const shown = () => group()?.contacts ?? []
  // Where somebody has gone meanwhile, the next reading of the groups tells.
  const { answer, isAsking } = useAnswer(
    () =>
      Promise.all(
        shown()
          .slice(0, besideEachOther)
          .map(({ id }) => api('contacts.get', { id })),
      ),
    {
      of: () =>
        shown()
          .map(({ id, changedAt }) => `${id} ${changedAt}`)
          .join(),
      keep: true,
    },
  )
  const contacts = computed(() => answer.value ?? [])
  const merging = useMerging(() => contacts.value)

  const busy = shallowRef(false)

  async function settle(work: () => Promise<boolean>) {
    // As long as the group before is still on the screen, no key means the next one.
    if (busy.value || isAsking.value) return
    busy.value = true
    try {
      if (await work()) await duplicates.load()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    } finally {
      busy.value = false
    }
  }

  const merge = () => settle(merging.merge)

  const dismiss = () =>
    settle(async () => {
      const ids = shown().map(({ id }) => id)
      if (ids.length < 2) return false
      const { operation } = await duplicates.dismiss(ids)
      announce(t('duplicatesPage.dismissed'), operation)
      return true
    })

  return { ...merging, contacts, busy, merge, dismiss }
}
