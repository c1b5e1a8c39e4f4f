import { AppError } from '../../shared/errors.ts'
import { DraftLine, type Line } from '../../shared/invoices/line.ts'
import { Draft, type Document } from '../../shared/invoices/model.ts'
import { appointmentOf, rowOf, standingRow } from '../appointments/read.ts'
import { shopOf as diaryOf } from '../appointments/shop.ts'
import type { Context } from '../handlers.ts'
import { shopOf, type Shop } from '../invoices/shop.ts'
import { dayIn, textIn } from '../texts.ts'
import { paidDeposits, refuseInvoiced } from './billed.ts'
import { feeLine } from './fee.ts'
import { visitLines } from './visit-lines.ts'

type Wanted = { appointmentId: number; fee: boolean }

/** An invoice of what was done, less what was paid for it before; or of the fee for what was missed. */
export async function propose({ appointmentId, fee }: Wanted, context: Context): Promise<Draft> {
  const { db, now } = context
  const row = fee ? await rowOf(db, appointmentId) : await standingRow(db, appointmentId)
  if (row.kind === 'block') throw new AppError('conflict', 'blockNotInvoiced')
  await refuseInvoiced(db, appointmentId)
  const { clock, offer } = await diaryOf(db)
  const shop = await shopOf(db, now())
  const visit = await appointmentOf(db, row, clock)
  const deposits = await paidDeposits(db, appointmentId, shop.today)
  const owed = fee ? [feeLine(visit, offer, shop)] : await visitLines(visit, offer, shop, context)
  return Draft.parse({
    ...{ kind: 'invoice', contactId: visit.contactId, appointmentId, pricing: shop.invoicing.pricing },
    lines: [...owed, ...deposits.flatMap(deposit => depositLines(deposit, shop))],
    deliveredFrom: visit.start.slice(0, 10),
  })
}

/** A line for each rate, so that the tax of the deposit is taken off with it. */
function depositLines(deposit: Document, { invoicing, settings }: Shop) {
  const { language } = settings
  const name = textIn(language, 'documents.depositLine', { number: deposit.number!, day: dayIn(language, deposit.issuedOn!) })
  return deposit.groups
    .filter(({ gross }) => gross !== 0)
    .map(group =>
      DraftLine.parse({
        ...{ kind: 'deposit', itemId: deposit.id, name, taxRateId: rateOfGroup(deposit.lines, group) },
        price: -(invoicing.pricing === 'gross' ? group.gross : group.net),
      }),
    )
}

const rateOfGroup = (lines: readonly Line[], { category, basisPoints }: Document['groups'][number]) =>
  lines.find(line => line.taxCategory === category && line.basisPoints === basisPoints)!.taxRateId
