import { useEventListener } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useConfirm } from '../ui/confirm.ts'

/** Asks before a page with unsaved changes is left, and before the window is closed over it. */
export function useUnsavedGuard(isDirty: () => boolean) {
  const { t } = useI18n()
  const confirm = useConfirm()

  const mayLeave = async () =>
    !isDirty() ||
    (await confirm.ask({ title: t('ui.unsaved.title'), text: t('ui.unsaved.text'), action: t('ui.unsaved.discard'), danger: true }))

  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate(mayLeave)
  useEventListener(window, 'beforeunload', event => {
    if (isDirty()) event.preventDefault()
  })
  return mayLeave
}
