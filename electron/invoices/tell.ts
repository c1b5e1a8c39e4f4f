import type { Document } from '../../shared/invoices/model.ts'
import type { CommandContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'

type Told = Pick<Document, 'number' | 'contactId'> & { buyerName: string }

/** For the history: what was done with a document, with whose name it is. */
export async function tell({ db, describe }: CommandContext, text: string, { number, contactId, buyerName }: Told) {
  const { language } = await settingsOf(db)
  describe(text, { number: number ?? '', name: buyerName || textIn(language, 'appointments.walkIn') }, contactId ?? undefined)
}
