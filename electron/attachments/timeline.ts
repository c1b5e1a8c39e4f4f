import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'

export const attachmentSource: Source = {
  name: 'attachment',
  kinds: ['file'],
  entries: async (db, { contactId, below, limit }) =>
    (await queries.ofContact(db, contactId, below, limit).execute()).map(attachment => ({
      source: 'attachment',
      id: attachment.id,
      at: attachment.at,
      attachment,
    })),
}
