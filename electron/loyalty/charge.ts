import type { z } from 'zod'
import { DraftLine } from '../../shared/invoices/line.ts'
import { Draft } from '../../shared/invoices/model.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { goneOf, payable, reverse, worthOf } from '../../shared/loyalty/ledger.ts'
import type { KeptBack } from '../../shared/loyalty/model.ts'
import { share } from '../../shared/money.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { documentOf, rowOf } from '../invoices/find.ts'
import { issueDraft } from '../invoices/issue.ts'
import { settleBoth } from '../invoices/settle.ts'
import { textIn } from '../texts.ts'
import * as queries from './charge-queries.ts'
import type { KeepBack, TakenBack } from './take-back.ts'

const nothing = { kept: 0, note: '' }

/**
 * Of the money of this credit note what those points are worth that were spent already. The note takes back all that was sold; what
 * was cheaper for these points now costs what they took off, and so there is an invoice over that, which the note settles.
 */
export function keepBackOf(context: CommandContext, noteId: number): KeepBack {
  return async taken => {
    const { terms, lots, points } = taken
    if (!terms.fromRefund) return nothing
    const { open } = await rowOf(context.db, noteId)
    const kept = payable(goneOf(lots, points), Math.max(0, -open), terms.worth)
    const amount = worthOf(kept, terms.worth)
    if (amount <= 0) return nothing
    const number = await charge(context, noteId, { taken, kept, amount })
    return {
      kept,
      note: textIn(await languageOf(context, noteId), 'loyalty.keptBack.ledger', { count: kept, unit: taken.programme.unit, number }),
    }
  }
}

const languageOf = async ({ db }: Context, id: number) => (await rowOf(db, id)).language

type Charge = Readonly<{ taken: TakenBack; kept: number; amount: number }>

/** It is noted what it is for before it is issued: it earns nothing. Returns its number. */
async function charge(context: CommandContext, noteId: number, { taken, kept, amount }: Charge) {
  const { db, now } = context
  const { lots, points } = taken
  const { id: documentId } = await createDraft(context, await draftFor(context, noteId, { taken, kept, amount }))
  const rows = reverse(lots, points, { mayOwe: false, kept }).filter(reversal => reversal.kept > 0)
  await queries
    .insert(
      db,
      rows.map(({ lotId, kept }) => ({ lotId, documentId, noteId, points: kept })),
    )
    .execute()
  const { number } = await issueDraft(context, documentId)
  await settleBoth(db, documentId, noteId, now())
  return number!
}

async function draftFor({ db }: CommandContext, noteId: number, { taken, kept, amount }: Charge): Promise<Draft> {
  const { contactId, buyer, language, number, sourceId } = await documentOf(db, noteId, '')
  const invoice = await rowOf(db, sourceId!)
  const say = (key: string, params: Record<string, string | number>) => textIn(language, `loyalty.keptBack.${key}`, params)
  const name = say('line', { count: kept, unit: taken.programme.unit, number: invoice.number ?? '' }).slice(0, 200)
  const parts = await ratesOf(db, noteId, taken)
  const prices = share(
    amount,
    parts.map(({ amount }) => amount),
  )
  const lines = parts.map(({ taxRateId }, place) => DraftLine.parse({ name, taxRateId, price: prices[place]! }))
  const header = say('header', { number: number ?? '' })
  return Draft.parse({ contactId, buyer, language, pricing: 'gross', header, lines: lines.filter(({ price }) => price > 0) })
}

/** As what the points made cheaper was taxed; where they made nothing cheaper, as what is taken back. */
async function ratesOf(db: Context['db'], noteId: number, { lots }: TakenBack) {
  const cheaper = await queries
    .cheapened(
      db,
      lots.map(({ id }) => id),
    )
    .execute()
  return cheaper.length > 0 ? cheaper : queries.creditedRates(db, noteId).execute()
}

/** Of a credit note, or of the invoice that charges. */
export async function keptBack(
  { documentId }: z.output<(typeof loyaltyContract)['loyalty.keptBack']['input']>,
  { db }: Context,
): Promise<KeptBack[]> {
  const rows = await queries.chargesOf(db, documentId).execute()
  return rows.map(({ number, noteNumber, ...row }) => ({ ...row, number: number ?? '', noteNumber: noteNumber ?? '' }))
}
