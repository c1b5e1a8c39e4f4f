import { shallowRef, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Activity } from '../../shared/activities/model.ts'
import { useApi } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useUnsavedGuard } from '../composables/unsaved.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'
import { draftOf, type Draft } from './drafts.ts'
import { useWriting } from './writing.ts'

/** Changing, pinning and deleting one entry, each with a word about it and the way back. */
export function useActivityEdit(activity: ComputedRef<Activity>) {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const announce = useUndoable()
  const { saving, failure, update } = useWriting()
  const draft = shallowRef<Draft | null>(null)
  let begun: Draft | null = null

  const isDirty = () => draft.value !== null && JSON.stringify(draft.value) !== JSON.stringify(begun)
  const mayLeave = useUnsavedGuard(isDirty)

  function stop() {
    draft.value = null
    failure.value = null
  }

  async function act(call: () => Promise<{ operation: number | null }>, text: string) {
    try {
      announce(text, (await call()).operation)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }

  const {
    value: { id },
  } = activity
  return {
    ...{ draft, saving, failure },
    edit: () => (draft.value = begun = draftOf(activity.value)),
    close: async () => (await mayLeave()) && stop(),
    async save() {
      const saved = draft.value && (await update(activity.value, draft.value))
      if (!saved) return
      stop()
      if (saved.operation !== null) announce(t('activities.changed'), saved.operation)
    },
    remove: () => act(() => api.noted('activities.trash', { id }), t(`activities.removed.${activity.value.kind}`)),
    pin: () => {
      const pinned = activity.value.pinnedAt === null
      return act(() => api.noted('activities.pin', { id, pinned }), t(pinned ? 'activities.pinned' : 'activities.unpinned'))
    },
  }
}
