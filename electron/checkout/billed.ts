import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import { documentOf } from '../invoices/find.ts'
import { creditNotesOf } from '../invoices/queries.ts'
import * as queries from './queries.ts'

/** A visit is invoiced once: again only where the invoice was taken back as a whole. */
export async function refuseInvoiced(db: Db, appointmentId: number) {
  const number = await invoiceOf(db, appointmentId)
  if (number !== null) throw new AppError('conflict', 'visitInvoiced', { number })
}

/** The number of the invoice that stands for a visit. */
export async function invoiceOf(db: Db, appointmentId: number) {
  for (const { id, kind, number } of await queries.issuedFor(db, appointmentId).execute()) {
    if (kind === 'invoice' && !(await isTakenBack(db, id))) return number!
  }
  return null
}

async function isTakenBack(db: Db, invoiceId: number) {
  const notes = await creditNotesOf(db, invoiceId).execute()
  if (notes.length === 0) return false
  const { lines } = await documentOf(db, invoiceId, '')
  const credited = await Promise.all(notes.map(({ id }) => documentOf(db, id, '')))
  const left = (lineId: number, quantity: number) =>
    credited
      .flatMap(note => note.lines.filter(({ creditsLineId }) => creditsLineId === lineId))
      .reduce((rest, line) => rest - line.quantity, quantity)
  return lines.every(({ id, quantity }) => left(id, quantity) === 0)
}
