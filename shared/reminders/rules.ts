import { dayAfter } from '../zone.ts'
import type { ReminderSettings } from './model.ts'

type Waiting = Readonly<{ taskId: number; remindAt: string }>
type Asked = Readonly<{ now: string; shown: ReadonlySet<string>; quiet: ReminderSettings['quiet'] }>

/** What was shown is kept by the task and the time for which it was asked: put off to another time, it is asked for again. */
export const keyOf = ({ taskId, remindAt }: Waiting) => `${taskId} ${remindAt}`

/** How long ago a reminder may have been due to be shown still: longer ago, the list of the day says it. */
export const remindedDays = 31

/** `now` is the time on the shop's wall, also below. Quiet from 20:00 to 08:00 is quiet at midnight. */
export function isQuiet(now: string, quiet: ReminderSettings['quiet']) {
  if (!quiet || quiet.from === quiet.to) return false
  const time = now.slice(11, 16)
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to
}

/**
 * Those whose time has come and that were never shown, the earliest first: what a sleeping PC has missed among them. A clock that is
 * set back shows none again, for what was shown is known by itself, not by when.
 */
export function dueReminders<T extends Waiting>(waiting: readonly T[], { now, shown, quiet }: Asked): T[] {
  if (isQuiet(now, quiet)) return []
  return waiting
    .filter(one => one.remindAt <= now && !shown.has(keyOf(one)))
    .toSorted((a, b) => a.remindAt.localeCompare(b.remindAt) || a.taskId - b.taskId)
}

/** When a moment may be told: at once, or when the quiet hours that it falls into are over. */
export function tellableAt(moment: string, quiet: ReminderSettings['quiet']) {
  if (!isQuiet(moment, quiet)) return moment
  const { to } = quiet!
  const day = moment.slice(0, 10)
  return moment.slice(11, 16) < to ? `${day}T${to}` : `${dayAfter(day)}T${to}`
}

type Morning = Readonly<{ now: string; toldOn: string | null; settings: ReminderSettings }>

/** Once a day, from its time on: whoever opens the shop late is told late. A clock set back tells nobody twice. */
export function isDigestDue({ now, toldOn, settings: { digestAt, quiet } }: Morning) {
  const today = now.slice(0, 10)
  return digestAt !== null && now.slice(11, 16) >= digestAt && (toldOn === null || toldOn < today) && !isQuiet(now, quiet)
}

/** The next time of the digest. */
export function nextDigest({ now, toldOn, settings: { digestAt, quiet } }: Morning) {
  if (digestAt === null) return null
  const today = now.slice(0, 10)
  const day = toldOn !== null && toldOn >= today ? dayAfter(toldOn) : today
  const moment = `${day}T${digestAt}`
  return tellableAt(moment < now ? now : moment, quiet)
}
