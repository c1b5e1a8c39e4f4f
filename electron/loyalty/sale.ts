import { sql } from 'kysely'
import type { EarningLine, Sale } from '../../shared/loyalty/earning.ts'
import type { Db } from '../db/schema.ts'

/** What an invoice comes to for points: its lines after all that was taken back, how much is due and how much of it was paid. */
export type SoldTo = Omit<Sale, 'tier'> & Readonly<{ contactId: number; issuedAt: string; due: number; paid: number }>

const invoice = (db: Db, id: number) =>
  db
    .selectFrom('document')
    .innerJoin('contact', 'contact.id', 'document.contactId')
    .select(['contactId', 'issuedAt', 'issuedOn', 'appointmentId', 'gross', 'contact.birthday'])
    .where('document.id', '=', id)
    .where('document.kind', '=', 'invoice')
    .where('issuedAt', 'is not', null)
    // What is charged for spent points earns none again.
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('loyaltyCharge').select('id').where('documentId', '=', id))))

/** With what its credit notes take back, line by line; what was given away for points earns none. */
const linesLeft = (db: Db, id: number) =>
  db
    .selectFrom('documentLine as line')
    .innerJoin('document', 'document.id', 'line.documentId')
    .innerJoin('documentLine as original', join => join.on('original.id', '=', sql`coalesce(line.creditsLineId, line.id)`))
    .select(({ fn }) => [
      ...(['original.serviceId', 'original.productId', 'original.name'] as const),
      fn.sum<number>('line.quantity').as('quantity'),
      fn.sum<number>('line.netOfAll').as('net'),
      sql<number>`sum(line.netOfAll + line.tax)`.as('gross'),
    ])
    .where(({ or, eb, and }) =>
      or([
        eb('document.id', '=', id),
        and([eb('document.sourceId', '=', id), eb('document.kind', '=', 'creditNote'), eb('document.issuedAt', 'is not', null)]),
      ]),
    )
    .where('original.kind', 'in', ['service', 'product', 'free'])
    .where(
      sql<boolean>`not exists (select 1 from loyaltyRewardedLine as given
      where given.documentId = original.documentId and given.position = original.position and given.earns = 0)`,
    )
    .groupBy('original.id')
    .orderBy('original.position')

const takenBack = (db: Db, id: number) =>
  db
    .selectFrom('document')
    .select(sql<number>`coalesce(sum(gross), 0)`.as('gross'))
    .where('sourceId', '=', id)
    .where('kind', '=', 'creditNote')
    .where('issuedAt', 'is not', null)

const paidFor = (db: Db, id: number) =>
  db
    .selectFrom('settlement')
    .select(sql<number>`coalesce(sum(amount), 0)`.as('amount'))
    .where('documentId', '=', id)
    .where('paymentId', 'is not', null)

/** Whether an invoice was not taken back as a whole. */
export const stands = sql<boolean>`(document.gross <= 0 or document.gross + coalesce((select sum(note.gross) from document as note
  where note.sourceId = document.id and note.kind = 'creditNote' and note.issuedAt is not null), 0) > 0)`

/** The first invoice that stands, before those that are none yet. */
const earlier = (db: Db, contactId: number, before: number) =>
  db
    .selectFrom('document')
    .select('id')
    .where('contactId', '=', contactId)
    .where('kind', '=', 'invoice')
    .where('issuedAt', 'is not', null)
    .where('id', '<', before)
    .where(stands)
    .limit(1)

export const isFirstOf = async (db: Db, contactId: number, before = Number.MAX_SAFE_INTEGER) =>
  !(await earlier(db, contactId, before).executeTakeFirst())

/** null where the document earns nobody anything: it is no invoice, or for nobody who is known. */
export async function saleOf(db: Db, documentId: number): Promise<SoldTo | null> {
  const head = await invoice(db, documentId).executeTakeFirst()
  if (!head || head.contactId === null) return null
  const lines = await linesLeft(db, documentId).execute()
  const { gross } = await takenBack(db, documentId).executeTakeFirstOrThrow()
  const { amount } = await paidFor(db, documentId).executeTakeFirstOrThrow()
  return {
    ...{ contactId: head.contactId, day: head.issuedOn!, issuedAt: head.issuedAt!, birthday: head.birthday },
    ...{ isVisit: head.appointmentId !== null, isFirst: await isFirstOf(db, head.contactId, documentId) },
    ...{ lines: lines.map(toLine), due: head.gross + gross, paid: amount },
  }
}

type Row = { serviceId: number | null; productId: number | null; name: string; quantity: number; net: number; gross: number }

export const toLine = ({ serviceId, productId, name, quantity, net, gross }: Row): EarningLine => ({
  ...{ name, quantity, net, gross },
  item: serviceId !== null ? { kind: 'service', id: serviceId } : productId !== null ? { kind: 'product', id: productId } : null,
})
