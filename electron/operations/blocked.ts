import { AppError } from '../../shared/errors.ts'
import { Summary } from '../../shared/operations/model.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { historyText } from '../texts.ts'
import * as queries from './queries.ts'
import { references } from './references.ts'

/** Taking back what later work builds on would wipe that out: it is refused, with what stands in the way. */
export async function refuseWhereBlocked(db: Db, id: number, own: number | null) {
  const blockedByReference = (await references(db)).map(
    reference => (db: Db, id: number, own: number | null) => queries.referenceBlockedBy(db, id, own, reference),
  )
  for (const blocking of [queries.blockedBy, queries.tagsBlockedBy, queries.rangeBlockedBy, ...blockedByReference]) {
    const later = await blocking(db, id, own).executeTakeFirst()
    if (!later) continue
    if (later.finishedAt === null) throw new AppError('busy', 'busy')
    const { language } = await settingsOf(db)
    const summary = Summary.parse({ text: later.text, params: JSON.parse(later.params) })
    throw new AppError('conflict', 'undoBlocked', { later: historyText(language, summary) })
  }
}
