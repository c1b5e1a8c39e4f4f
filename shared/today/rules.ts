import { priorities } from '../tasks/model.ts'
import { hasTime } from '../tasks/rules.ts'
import { dayAfter } from '../zone.ts'
import type { MarkedKind, TodayKind, TodayLine } from './model.ts'

/** Quotes are told about so many days before they expire. */
export const quoteDays = 3
/** Whoever is so many days late by their own rhythm is called; after the longer time they are gone. */
export const rhythmDays = { from: 7, until: 120 }
/** What has a time comes to the top so long before it. */
const soon = 60

/** Where a kind stands among what is neither urgent nor asked for at a time. */
const ranks = { task: 2, followUp: 2, deal: 2.5, quote: 3, invoice: 4, birthday: 5, anniversary: 5, rhythm: 6 } as const satisfies Record<
  TodayKind,
  number
>

/** What has to be done now comes first, then what is urgent, then by kind; what comes each year and is still to come can wait. */
function rankOf({ kind, at, days, priority }: TodayLine, now: string) {
  if (kind === 'task' && hasTime(at) && at <= inMinutes(now, soon)) return 0
  if (priority === 'urgent') return 1
  if ((kind === 'birthday' || kind === 'anniversary') && (days ?? 0) > 0) return 7
  // Later today: it may wait until its time comes.
  return kind === 'task' && hasTime(at) ? 6.5 : ranks[kind]
}

/** The best order to work through: `now` is the time on the shop's wall. */
export const ordered = (lines: readonly TodayLine[], now: string) =>
  lines.toSorted(
    (a, b) =>
      rankOf(a, now) - rankOf(b, now) ||
      priorities.indexOf(b.priority) - priorities.indexOf(a.priority) ||
      groupOf(a).localeCompare(groupOf(b)) ||
      worth(b) - worth(a) ||
      (a.at ?? '9999').localeCompare(b.at ?? '9999') ||
      a.kind.localeCompare(b.kind) ||
      a.id - b.id,
  )

/** A follow-up is a task that nobody has written down. */
const groupOf = ({ kind }: TodayLine) => (kind === 'followUp' ? 'task' : kind)

/** Of deals, quotes and invoices the amount; of clients, who was due last is the likeliest to come back. */
function worth({ kind, amount, days }: TodayLine) {
  if (kind === 'quote' || kind === 'invoice' || kind === 'deal') return amount ?? 0
  return kind === 'rhythm' ? (days ?? 0) : 0
}

const inMinutes = (local: string, minutes: number) => new Date(Date.parse(`${local}:00.000Z`) + minutes * 60_000).toISOString().slice(0, 16)

/** So long nobody is asked again about what is done: whoever was greeted a week before a birthday is not greeted again on the day. */
const restDays = { followUp: 0, deal: 3, quote: 14, invoice: 7, birthday: 30, anniversary: 30, rhythm: 30 } as const satisfies Record<
  MarkedKind,
  number
>
export const restingUntil = (kind: MarkedKind, today: string) => dayAfter(today, restDays[kind])
