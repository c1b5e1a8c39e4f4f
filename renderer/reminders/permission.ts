import { shallowRef } from 'vue'

const isThere = () => 'Notification' in window
/** Whether this browser shows what a page has to say outside of it. */
export const maySayOutside = () => isThere() && Notification.permission === 'granted'

/** Asked for only where somebody turns it on. */
export function useNoticePermission() {
  const state = shallowRef<NotificationPermission | 'missing'>(isThere() ? Notification.permission : 'missing')
  async function ask() {
    if (isThere()) state.value = await Notification.requestPermission()
  }
  return { state, ask }
}
