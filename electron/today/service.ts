import type { todayContract } from '../../shared/today/contract.ts'
import type { Today, TodayLine } from '../../shared/today/model.ts'
import { ordered } from '../../shared/today/rules.ts'
import type { Clock } from '../../shared/zone.ts'
import * as appointments from '../appointments/queries.ts'
import { asEntries } from '../appointments/rows.ts'
import type { Db } from '../db/schema.ts'
import { openNow } from '../dunning/open-now.ts'
import type { Handlers } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { wallOf } from '../tasks/find.ts'
import { doneToday } from './done.ts'
import { finish, snooze } from './mark.ts'
import * as queries from './queries.ts'
import type { Moment } from './source.ts'
import { sources } from './sources.ts'

export const todayHandlers: Handlers<typeof todayContract> = {
  'today.list': async ({ assigneeId }, { db, now }): Promise<Today> => {
    const wall = await wallOf(db, now())
    const { clock, today } = wall
    const { arrivals, visits } = await visitsOf(db, clock, today, now())
    return {
      day: today,
      lines: ordered(await linesOf(db, { ...wall, instant: now(), assigneeId }), wall.now),
      done: await doneToday(db, new Date(clock.startOf(today)).toISOString()),
      arrivals,
      figures: { visits, ...(await openOn(db, today)) },
    }
  },

  'today.done': finish,
  'today.snooze': snooze,
}

async function openOn(db: Db, today: string) {
  const { currency } = await settingsOf(db)
  const { aged, ...counts } = await openNow(db, currency, today)
  return { open: aged.open, ...counts }
}

/** Of all sources, but for what was put off or is done with. */
async function linesOf(db: Db, moment: Moment): Promise<TodayLine[]> {
  const marks = await queries.marksAfter(db, moment.today).execute()
  const resting = new Set(marks.map(({ kind, contactId, documentId, dealId }) => `${kind} ${contactId ?? documentId ?? dealId}`))
  const lines: TodayLine[] = []
  for (const source of sources) lines.push(...(await source.lines(db, moment)))
  return lines.filter(({ kind, id }) => !resting.has(`${kind} ${id}`))
}

const arrivalsAtMost = 8

async function visitsOf(db: Db, clock: Clock, today: string, now: Date) {
  const { start, end } = clock.stretchOf({ from: today, to: today })
  const standing = (await appointments.between(db, start, end).execute()).filter(
    ({ kind, status }) => kind === 'visit' && status !== 'cancelled' && status !== 'noShow',
  )
  const toCome = standing.filter(({ status, endsAt }) => status !== 'done' && endsAt > now.toISOString())
  return { visits: standing.length, arrivals: await asEntries(db, toCome.slice(0, arrivalsAtMost), clock) }
}
