import type { Reminder, Taken } from './model.ts'

export type Notice = Readonly<{
  title: string
  body: string
  /** null for a line about several. */ reminder: Reminder | null
  /** Until somebody has seen it. */ stays: boolean
}>
type Say = (key: string, params: Record<string, string | number>) => string

/** By how much the button of a notice puts a task off. */
export const snoozeMinutes = 15

/** More than so many at once, after a sleep, are told in one line. */
const singly = 3

/** What is shown of what was taken: `say` gives the texts. */
export function noticesOf({ reminders, digest }: Taken, say: Say): Notice[] {
  const notices: Notice[] = []
  if (digest) {
    notices.push({
      title: say('reminders.notice.digest', { count: digest.tasks }),
      body: digest.first.join('\n'),
      reminder: null,
      stays: false,
    })
  }
  if (reminders.length > singly) {
    const first = reminders.slice(0, singly).map(({ title }) => title)
    return [
      ...notices,
      { title: say('reminders.notice.several', { count: reminders.length }), body: first.join('\n'), reminder: null, stays: true },
    ]
  }
  return [...notices, ...reminders.map(reminder => ({ title: reminder.title, body: bodyOf(reminder), reminder, stays: true }))]
}

/** Whom it is about, and when it is. */
const bodyOf = ({ name, due, title }: Reminder) =>
  [title.includes(name) ? '' : name, due && due.length > 10 ? due.slice(11) : ''].filter(Boolean).join(', ')
