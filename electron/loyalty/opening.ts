import { AppError } from '../../shared/errors.ts'
import { groupedBy, portions } from '../../shared/group.ts'
import { lapsesOn } from '../../shared/loyalty/earning.ts'
import type { OpeningFile, OpeningResult } from '../../shared/loyalty/opening.ts'
import { todayOf } from '../settings/today.ts'
import type { Context, JobContext } from '../handlers.ts'
import { programmeOf } from './find.ts'
import { readOpening, type OpeningRow } from './opening-rows.ts'
import { insertLot } from './queries.ts'

const shownAtMost = 500
const rowsAtOnce = 200

export async function previewOpening(wanted: OpeningFile, context: Context): Promise<OpeningResult> {
  return resultOf(context.file(wanted.file).name, await readOpening(wanted, context))
}

/** Rows that are wrong stay out. What came in is taken back as everything here is: by the opposite. */
export async function importOpening(wanted: OpeningFile, context: JobContext): Promise<OpeningResult> {
  const { transaction, checkCancelled, progress, describe } = context
  const { name } = context.file(wanted.file)
  const rows = await readOpening(wanted, context)
  const taken = rows.filter(({ problem, points }) => problem === null && points > 0)
  // All of it or nothing: points are never taken back, and half a file could not be read again.
  await transaction(async () => {
    for (const [place, portion] of [...portions(taken, rowsAtOnce)].entries()) {
      checkCancelled()
      for (const row of portion) await bring(context, wanted.programmeId, row, name)
      progress({ done: place * rowsAtOnce + portion.length, total: taken.length, perSecond: null })
    }
  })
  const result = resultOf(name, rows)
  describe('openingImported', { clients: result.clients, count: result.points, file: name })
  return result
}

async function bring({ db, now, session }: JobContext, programmeId: number, { contactId, points, note }: OpeningRow, file: string) {
  if (contactId === null) throw new AppError('notFound', 'contactGone')
  const { terms } = await programmeOf(db, programmeId)
  const [at, day] = [now().toISOString(), await todayOf(db, now())]
  const lot = { programmeId, contactId, at, day, reason: 'opening' as const, points, left: points, documentId: null }
  const row = { ...lot, lapsesOn: lapsesOn(terms, day), why: '[]', note: note || file.slice(0, 300), user: session.user }
  await insertLot(db, row).execute()
}

function resultOf(name: string, rows: readonly OpeningRow[]): OpeningResult {
  const byOutcome = groupedBy(rows, ({ problem }) => problem === null)
  const [taken, rejected] = [byOutcome.get(true) ?? [], byOutcome.get(false) ?? []]
  return {
    name,
    clients: taken.filter(({ points }) => points > 0).length,
    points: taken.reduce((sum, { points }) => sum + points, 0),
    rejected: rejected.length,
    problems: rejected.slice(0, shownAtMost).flatMap(({ problem, client }) => (problem ? [{ ...problem, client }] : [])),
  }
}
