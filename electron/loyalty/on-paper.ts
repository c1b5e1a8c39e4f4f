import type { Document } from '../../shared/invoices/model.ts'
import { balanceOf, lapsingNext } from '../../shared/loyalty/ledger.ts'
import type { Db } from '../db/schema.ts'
import { dayIn, textIn } from '../texts.ts'
import { programmesOf } from './find.ts'
import * as queries from './queries.ts'

/** What a client has on the day on which their invoice is printed, and what of it they lose next. */
export async function pointsOnPaper(db: Db, { kind, contactId, language }: Document, today: string): Promise<string[]> {
  if (kind !== 'invoice' || contactId === null) return []
  const notes: string[] = []
  for (const { id, name, unit } of await programmesOf(db)) {
    const lots = await queries.lotsOf(db, contactId, id).execute()
    const points = balanceOf(lots, today)
    if (points === 0) continue
    const now = textIn(language, 'paper.points.now', { name, points, unit, day: dayIn(language, today) })
    const next = lapsingNext(lots, today)
    const lapse = next && textIn(language, 'paper.points.lapsing', { points: next.points, day: dayIn(language, next.on) })
    notes.push([now, lapse].filter(Boolean).join(' '))
  }
  return notes
}
