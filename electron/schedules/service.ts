import { AppError } from '../../shared/errors.ts'
import type { schedulesContract } from '../../shared/schedules/contract.ts'
import type { NewSchedule, Schedule, ScheduleChange } from '../../shared/schedules/model.ts'
import { signPlace } from '../backups/places.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { CommandContext, Context, Handlers, JobContext } from '../handlers.ts'
import { aroundOf } from '../reports/around.ts'
import { definitionFor } from '../reports/reports.ts'
import { dayWaitedFor, dueOf } from './due.ts'
import * as queries from './queries.ts'
import { nameOf, rowOf, toSchedule } from './rows.ts'
import { writeScheduled } from './write.ts'

export const scheduleHandlers: Handlers<typeof schedulesContract> = {
  'schedules.list': async (_input, context) => {
    const around = await aroundOf(context)
    return (await queries.all(context.db).execute()).map(row => toSchedule(row, around))
  },

  'schedules.create': create,
  'schedules.change': change,
  'schedules.pause': pause,

  'schedules.remove': async ({ id }, context) => {
    const name = nameOf(await rowOf(context.db, id), await aroundOf(context))
    await queries.remove(context.db, id).execute()
    context.describe('scheduleRemoved', { name })
    return null
  },

  'schedules.run': async ({ id }, context) => {
    const [row, around] = [await rowOf(context.db, id), await aroundOf(context)]
    const waiting = dayWaitedFor(row, around)
    // Beside the clock it counts as none of its days: the next one is written all the same.
    return writeScheduled({ row, day: waiting ?? around.today, isBeside: waiting === null }, context)
  },

  'schedules.due': async (_input, context) => (await dueOf(context.db, await aroundOf(context))).map(({ row: { id } }) => ({ id })),
  'schedules.runDue': (_input, context) => writeAllDue(context),
}

const folderFor = (out: string, context: JobContext) => {
  const { path } = context.destination(out)
  const place = signPlace(path, ownFolder(context))
  return { placeId: place.id, folder: place.path }
}

async function create({ report, format, rhythm, out }: NewSchedule, context: JobContext): Promise<Schedule> {
  const at = context.now().toISOString()
  const place = folderFor(out, context)
  const id = await context.transaction(async () => {
    const row = { ...(await askedBy(report, context)), ...place, format, rhythm: JSON.stringify(rhythm) }
    return (await queries.insert(context.db, { ...row, since: at, pausedAt: null, createdAt: at }).executeTakeFirstOrThrow()).id
  })
  return told('scheduleCreated', id, context)
}

async function askedBy(report: NewSchedule['report'], { db }: Context) {
  if ('question' in report) {
    definitionFor(report.question)
    return { savedReportId: null, question: JSON.stringify(report.question) }
  }
  if (!(await queries.saved(db, report.savedReportId).executeTakeFirst())) throw new AppError('notFound', 'savedReportGone')
  return { savedReportId: report.savedReportId, question: null }
}

/** With another rhythm it begins anew: what would have been due by that one is not made up for. */
async function change({ id, format, rhythm, out }: ScheduleChange, context: JobContext): Promise<Schedule> {
  const before = await rowOf(context.db, id)
  const written = rhythm && JSON.stringify(rhythm)
  const isOther = written !== undefined && written !== before.rhythm
  const row = {
    ...(out !== undefined && folderFor(out, context)),
    ...(format && format !== before.format && { format }),
    ...(isOther && { rhythm: written, since: context.now().toISOString() }),
  }
  if (Object.keys(row).length > 0) await context.transaction(() => queries.update(context.db, id, row).execute())
  return told('scheduleChanged', id, context)
}

async function pause({ id, paused }: { id: number; paused: boolean }, context: CommandContext): Promise<Schedule> {
  const { pausedAt } = await rowOf(context.db, id)
  const at = context.now().toISOString()
  if (paused !== (pausedAt !== null))
    await queries.update(context.db, id, paused ? { pausedAt: at } : { pausedAt: null, since: at }).execute()
  return told(paused ? 'schedulePaused' : 'scheduleResumed', id, context)
}

async function told(text: string, id: number, context: CommandContext | JobContext) {
  const [row, around] = [await rowOf(context.db, id), await aroundOf(context)]
  context.describe(text, { name: nameOf(row, around) })
  return toSchedule(row, around)
}

async function writeAllDue(context: JobContext) {
  const count = { written: 0, failed: 0 }
  for (const { row, day } of await dueOf(context.db, await aroundOf(context))) {
    context.checkCancelled()
    const isWritten = await writeScheduled({ row, day, isBeside: false }, context).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof AppError) || error.code === 'cancelled') throw error
        return false
      },
    )
    count[isWritten ? 'written' : 'failed']++
  }
  return count
}
