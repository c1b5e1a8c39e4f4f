import type { InferResult } from 'kysely'
import { claimOf } from '../../shared/dunning/claim.ts'
import type { DunningSettings, NextReminder } from '../../shared/dunning/model.ts'
import type { Instalments } from '../../shared/invoices/instalments.ts'
import { nextReminder } from '../../shared/dunning/rules.ts'
import { todayOf } from '../settings/today.ts'
import type { Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import type * as queries from './queries.ts'
import { dunningOf } from './settings.ts'

export type Standing = InferResult<ReturnType<typeof queries.standings>>[number]

export type Around = Readonly<{ today: string; currency: string; settings: DunningSettings }>

export async function aroundOf({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Around> {
  const [{ currency }, today, settings] = [await settingsOf(db), await todayOf(db, now()), await dunningOf(db)]
  return { currency, today, settings }
}

export const sentOf = ({ level, day, payBy, reminderId }: Standing) =>
  level === null ? null : { level, day: day!, payBy: payBy!, reminderId: reminderId! }

/** Of what a document owes on this day. */
export const claimIn = ({ instalments, ...row }: Standing, { today }: Pick<Around, 'today'>) =>
  // The model has checked them when they were written.
  claimOf({ ...row, instalments: instalments === null ? null : (JSON.parse(instalments) as Instalments) }, today)

const nothingToCome: NextReminder = { state: 'notDue', level: null, on: null }

/** What comes next because of a document; nothing of a credit note. */
export function nextOf(row: Standing, around: Around): NextReminder {
  const { settings, today } = around
  const claim = claimIn(row, around)
  if (!claim) return nothingToCome
  return nextReminder(claim, { sent: sentOf(row), pausedUntil: row.until, isStopped: row.stopId !== null }, settings, today)
}

/** For thousands of them: most have only been due since some day, and of those since the same day the same comes next. */
export function nextForMany(around: Around) {
  const bySince = new Map<string, NextReminder>()
  return (row: Standing) => {
    const isPlain =
      row.instalments === null && row.level === null && row.until === null && row.stopId === null && row.open >= around.settings.minimum
    if (!isPlain || row.dueOn === null) return nextOf(row, around)
    const known = bySince.get(row.dueOn)
    if (known && row.open > 0) return known
    const next = nextOf(row, around)
    if (claimIn(row, around)) bySince.set(row.dueOn, next)
    return next
  }
}
