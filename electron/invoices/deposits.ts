import { DraftLine, type Line } from '../../shared/invoices/line.ts'
import type { Document } from '../../shared/invoices/model.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { Db } from '../db/schema.ts'
import { dayIn, textIn } from '../texts.ts'
import { documentOf } from './find.ts'
import * as queries from './queries.ts'

type Issued = Readonly<{ id: number; kind: Document['kind']; open: number; gross: number }>

/** Of what was issued, the deposits that were paid, and not taken back. */
export async function paidDeposits(db: Db, issued: readonly Issued[], today: string): Promise<Document[]> {
  const standing = await standingDeposits(db, issued)
  const paid = standing.filter(({ open }) => open === 0)
  return Promise.all(paid.map(({ id }) => documentOf(db, id, today)))
}

/** Paid or not. */
export async function standingDeposits<T extends Issued>(db: Db, issued: readonly T[]): Promise<T[]> {
  const deposits = issued.filter(({ kind, gross }) => kind === 'deposit' && gross > 0)
  const taken = await Promise.all(deposits.map(({ id }) => queries.creditNotesOf(db, id).executeTakeFirst()))
  return deposits.filter((_deposit, place) => taken[place] === undefined)
}

/** A line for each rate, so that the tax of the deposit is taken off with it. */
export function depositLines(deposit: Document, pricing: Pricing, language: Language): DraftLine[] {
  const name = textIn(language, 'documents.depositLine', { number: deposit.number!, day: dayIn(language, deposit.issuedOn!) })
  return deposit.groups
    .filter(({ gross }) => gross !== 0)
    .map(group =>
      DraftLine.parse({
        ...{ kind: 'deposit', itemId: deposit.id, name, taxRateId: rateOfGroup(deposit.lines, group) },
        price: -(pricing === 'gross' ? group.gross : group.net),
      }),
    )
}

type Taxed = Pick<Line, 'taxCategory' | 'basisPoints' | 'taxRateId'>
type Group = Pick<Document['groups'][number], 'category' | 'basisPoints'>

export const rateOfGroup = (lines: readonly Taxed[], { category, basisPoints }: Group) =>
  lines.find(line => line.taxCategory === category && line.basisPoints === basisPoints)!.taxRateId
