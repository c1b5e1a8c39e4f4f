import { groupedBy, portions } from '../../shared/group.ts'
import type { OpeningFile, OpeningResult } from '../../shared/loyalty/opening.ts'
import type { Context, JobContext } from '../handlers.ts'
import { bringCards } from './cards.ts'
import { programmeOf } from './find.ts'
import { addLots } from './lots.ts'
import { readOpening, type OpeningRow } from './opening-rows.ts'

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
  const { terms } = await programmeOf(context.db, wanted.programmeId)
  const taken = rows.flatMap(row =>
    row.problem === null && row.contactId !== null && (row.points > 0 || row.card !== null) ? [{ ...row, contactId: row.contactId }] : [],
  )
  const lotOf = ({ contactId, points, note }: (typeof taken)[number]) => ({
    ...{ programmeId: wanted.programmeId, terms, contactId, reason: 'opening' as const, points, note: note || name.slice(0, 300) },
  })
  // All of it or nothing: points are never taken back, and half a file could not be read again.
  await transaction(async () => {
    for (const [place, portion] of [...portions(taken, rowsAtOnce)].entries()) {
      checkCancelled()
      await bringCards(
        context,
        portion.flatMap(({ contactId, card }) => (card === null ? [] : [{ contactId, number: card }])),
      )
      await addLots(context, portion.filter(({ points }) => points > 0).map(lotOf))
      progress({ done: place * rowsAtOnce + portion.length, total: taken.length, perSecond: null })
    }
  })
  const result = resultOf(name, rows)
  describe('openingImported', { clients: result.clients, count: result.points, file: name })
  return result
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
