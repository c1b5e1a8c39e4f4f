import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Taken } from '../../shared/reminders/model.ts'
import { noticesOf, snoozeMinutes, type Notice } from '../../shared/reminders/notices.ts'
import { clockIn } from '../../shared/zone.ts'
import { useApi, useHost } from '../api.ts'
import { useAppEvents } from '../composables/events.ts'
import { useSettings } from '../settings/store.ts'
import { useTaskWork } from '../tasks/work.ts'
import { useToasts } from '../ui/toasts.ts'
import { maySayOutside } from './permission.ts'

/** Reminders of a page in a browser, and of a window whose system shows none. */
export function useReminders() {
  const { t } = useI18n()
  const api = useApi()
  const host = useHost()
  const toasts = useToasts()
  const router = useRouter()
  const settings = useSettings()
  const work = useTaskWork()

  async function open(id: number) {
    work.editing = { task: await api('tasks.get', { id }) }
  }

  function showOutside({ title, body, reminder }: Notice) {
    const notice = new Notification(title, { body, tag: reminder ? `task-${reminder.taskId}` : 'tasks' })
    notice.onclick = () => {
      window.focus()
      notice.close()
      if (reminder) void open(reminder.taskId)
    }
  }

  function showInside({ title, body, reminder, stays }: Notice) {
    // What a line about the whole day says, that page shows.
    if (!stays && router.currentRoute.value.name === 'today') return
    const text = [title, body.replaceAll('\n', ', ')].filter(Boolean).join(': ')
    toasts.notify({ text, stays, actions: reminder ? actionsOn(reminder.taskId) : [] })
  }
  const actionsOn = (id: number) => [
    { text: t('tasks.actions.open'), run: () => open(id) },
    { text: t('reminders.notice.later', { minutes: snoozeMinutes }), run: () => putOff(id) },
  ]
  const putOff = (id: number) =>
    api('tasks.snooze', { id, until: clockIn(settings.shop.zone).localOf(Date.now() + snoozeMinutes * 60_000) })

  function show(taken: Taken) {
    const show = maySayOutside() ? showOutside : showInside
    for (const notice of noticesOf(taken, (key, params) => t(key, params, Number(params.count ?? 1)))) show(notice)
  }
  /** What could not be had now is told of again. */
  const take = () => api('reminders.take', {}).then(show, () => undefined)

  useAppEvents(event => {
    if (event.type === 'remindersDue' && host.kind === 'browser') void take()
    if (event.type === 'reminders') show(event.taken)
    if (event.type === 'openTask') void open(event.id)
  })
  if (host.kind === 'browser') void take()
}
