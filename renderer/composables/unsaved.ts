import { useEventListener } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useHost } from '../api.ts'
import { useConfirm } from '../ui/confirm.ts'

/** Asks before a page with unsaved changes is left, and before the window is closed over it. `discard` is for what outlives the page. */
export function useUnsavedGuard(isDirty: () => boolean, discard: () => void = () => undefined) {
  const mayLeave = useUnsavedQuestion(isDirty)
  async function leave() {
    if (!isDirty()) return true
    const may = await mayLeave()
    if (may) discard()
    return may
  }
  onBeforeRouteLeave(leave)
  onBeforeRouteUpdate(leave)
  return mayLeave
}

/** The same for what lies over the pages, and is left by ways of its own. */
export function useUnsavedQuestion(isDirty: () => boolean) {
  const { t } = useI18n()
  const confirm = useConfirm()
  const host = useHost()
  let closing = false

  const mayLeave = async () =>
    !isDirty() ||
    (await confirm.ask({ title: t('ui.unsaved.title'), text: t('ui.unsaved.text'), action: t('ui.unsaved.discard'), danger: true }))

  /** A browser asks by itself when the event is refused; a window of the desktop app would just stay open, without a word. */
  async function askAndClose() {
    closing = await mayLeave()
    if (closing) window.close()
  }

  useEventListener(window, 'beforeunload', event => {
    if (closing || !isDirty()) return
    event.preventDefault()
    if (host.kind === 'window') void askAndClose()
  })
  return mayLeave
}
