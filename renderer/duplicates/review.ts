import { computed } from 'vue'
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
  const { answer } = useAnswer(
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

  async function merge() {
    if (await merging.merge()) await duplicates.load()
  }

  async function dismiss() {
    const ids = group()?.contacts.map(({ id }) => id) ?? []
    if (ids.length < 2 || merging.busy.value) return
    try {
      const { operation } = await duplicates.dismiss(ids)
      announce(t('duplicatesPage.dismissed'), operation)
      await duplicates.load()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }

  return { ...merging, contacts, merge, dismiss }
}
