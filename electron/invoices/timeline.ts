import { todayOf } from '../settings/today.ts'
import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'
import { toListed } from './rows.ts'

/** Documents stand where they were issued, drafts where they were begun. */
export const documentSource: Source = {
  name: 'document',
  kinds: ['invoice'],
  async entries(db, { contactId, below, limit, now }) {
    const rows = await queries.ofContact(db, contactId, below, limit).execute()
    if (rows.length === 0) return []
    const today = await todayOf(db, now)
    return rows.map(row => ({ source: 'document', id: row.id, at: row.issuedAt ?? row.createdAt, document: toListed(row, today) }))
  },
}
