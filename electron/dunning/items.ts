import type { Debtor, OpenItem } from '../../shared/dunning/model.ts'
import { daysLate } from '../../shared/dunning/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import * as queries from './queries.ts'
import { aroundOf, claimIn, nextOf, sentOf, type Around, type Standing } from './standing.ts'

/** What is open of somebody, or of a document that is on nobody's card. */
export async function standingsOf(db: Db, { contactId, documentId }: Debtor, { currency }: Around) {
  if (contactId !== null) return queries.standingsOfContact(db, currency, (await find(db, contactId)).id).execute()
  if (documentId === null) throw new AppError('invalid', 'debtorMissing')
  return queries.standingsOf(db, currency, [documentId]).execute()
}

/** The oldest first, what is owed to the client last. */
export async function openOf(debtor: Debtor, context: Context) {
  const around = await aroundOf(context)
  return itemsOf(context.db, await standingsOf(context.db, debtor, around), around)
}

export async function itemsOf(db: Db, rows: readonly Standing[], around: Around): Promise<OpenItem[]> {
  const ids = rows.map(({ id }) => id)
  const documents = new Map((await queries.documents(db, ids).execute()).map(row => [row.id, row]))
  const items = rows.map((row): OpenItem => {
    const { number, issuedOn, gross } = documents.get(row.id)!
    const claim = claimIn(row, around)
    return {
      // What is open has been issued.
      ...{ documentId: row.id, number: number!, isCredit: row.kind === 'creditNote', issuedOn: issuedOn!, dueOn: row.dueOn },
      ...{ gross, open: row.open, daysLate: claim ? daysLate(claim, around.today) : 0 },
      ...{ sent: sentOf(row), pause: pauseIn(row, around), next: nextOf(row, around) },
    }
  })
  return items.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.documentId - b.documentId)
}

/** What is over is none. */
export const pauseIn = ({ until, note }: Pick<Standing, 'until' | 'note'>, { today }: Pick<Around, 'today'>) =>
  until !== null && until >= today ? { until, note: note ?? '' } : null
