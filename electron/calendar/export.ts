import type { z } from 'zod'
import type { calendarContract } from '../../shared/calendar/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { clockIn } from '../../shared/zone.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { calendarFile, type Told } from './ics.ts'
import * as queries from './queries.ts'
import { told } from './telling.ts'

type Wanted = z.output<(typeof calendarContract)['calendar.export']['input']>
const atOnce = 500

export async function exportCalendar({ out, part }: Wanted, context: JobContext) {
  const { db } = context
  const { businessName, zone } = await settingsOf(db)
  let events = 0
  async function* counted(pages: AsyncIterable<readonly Told[]>) {
    for await (const page of pages) {
      context.checkCancelled()
      events += page.length
      context.progress({ done: events, total: null, perSecond: null })
      yield page
    }
  }
  const pages = 'appointmentId' in part ? one(context, part.appointmentId) : between(context, part, zone)
  await writeWhole(context.destination(out).path, calendarFile({ name: businessName, zone }, counted(pages)))
  return { events }
}

async function* one({ db }: JobContext, id: number) {
  const row = await queries.appointment(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'appointmentGone')
  yield await told(db, [row], { staffId: null, notes: true })
}

type Days = { from: string; to: string; staffId: number | null }

async function* between({ db }: JobContext, { from, to, staffId }: Days, zone: string) {
  if (staffId !== null && !(await queries.staff(db, staffId).executeTakeFirst())) throw new AppError('notFound', 'staffGone')
  const { start, end } = clockIn(zone).stretchOf({ from, to })
  for (let after = { startsAt: '', id: 0 }; ;) {
    const rows = await queries.beginning(db, { from: start, to: end, staffId, after, limit: atOnce }).execute()
    yield await told(db, rows, { staffId, notes: true })
    if (rows.length < atOnce) return
    after = rows.at(-1)!
  }
}
