import { Notification } from 'electron'
import { owner } from '../../shared/permissions.ts'
import { Taken, type Reminder } from '../../shared/reminders/model.ts'
import { noticesOf, snoozeMinutes } from '../../shared/reminders/notices.ts'
import { defaultSettings, ShopSettings } from '../../shared/settings/model.ts'
import { clockIn } from '../../shared/zone.ts'
import type { App } from '../app.ts'
import { textIn } from '../texts.ts'

/** Notifications of the system itself: `show` brings the window to the front. A click opens the task, and where the system has buttons, one puts it off. */
export function showNatively({ dispatch, subscribe, tell }: App, show: () => void) {
  /** What nobody holds is collected, and its click is heard by nobody. */
  const standing = new Set<Notification>()

  async function take() {
    const [taken, { language, zone }] = [await dispatch('reminders.take', {}, owner), await shopOf()]
    if (!taken.ok) return
    const found = Taken.parse(taken.value)
    if (!Notification.isSupported()) return tell({ type: 'reminders', taken: found })
    for (const { title, body, reminder } of noticesOf(found, (key, params) => textIn(language, key, params))) {
      present(title, body, reminder, { language, zone })
    }
  }

  function present(title: string, body: string, reminder: Reminder | null, { language, zone }: Pick<ShopSettings, 'language' | 'zone'>) {
    const later = textIn(language, 'reminders.notice.later', { minutes: snoozeMinutes })
    const notice = new Notification({ title, body, actions: reminder ? [{ type: 'button', text: later }] : [] })
    standing.add(notice)
    notice.on('click', () => {
      show()
      if (reminder) tell({ type: 'openTask', id: reminder.taskId })
    })
    notice.on('action', () => {
      const until = clockIn(zone).localOf(Date.now() + snoozeMinutes * 60_000)
      if (reminder) void dispatch('tasks.snooze', { id: reminder.taskId, until }, owner)
    })
    notice.on('close', () => standing.delete(notice))
    notice.show()
  }

  async function shopOf() {
    const settings = await dispatch('settings.get', {}, owner)
    return settings.ok ? ShopSettings.parse(settings.value) : defaultSettings
  }
  return subscribe(event => {
    if (event.type === 'remindersDue') void take()
  })
}
