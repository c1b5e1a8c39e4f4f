import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'

export const attachmentSource: Source = {
  name: 'attachment',
  kinds: ['file'],
  knowsDeals: true,
  entries: async (db, { contactId, dealId, below, limit }) =>
    (await queries.ofContact(db, { contactId, dealId }, below, limit).execute()).map(attachment => ({
      source: 'attachment',
      id: attachment.id,
      at: attachment.at,
      attachment,
    })),
}
