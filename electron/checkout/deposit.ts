import type { z } from 'zod'
import type { checkoutContract } from '../../shared/checkout/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { Draft, type Document } from '../../shared/invoices/model.ts'
import { proportion, share, wholeInBasisPoints } from '../../shared/money.ts'
import { rowOf as visitRow } from '../appointments/read.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { count, taxesFor } from '../invoices/count.ts'
import { rateOfGroup, standingDeposits } from '../invoices/deposits.ts'
import { createDraft } from '../invoices/draft.ts'
import { documentOf } from '../invoices/find.ts'
import { issuedOfQuote } from '../invoices/queries.ts'
import { openQuote } from '../invoices/quotes.ts'
import { shopOf } from '../invoices/shop.ts'
import { tell } from '../invoices/tell.ts'
import { amountText } from '../payments/tell.ts'
import { dayIn, textIn } from '../texts.ts'
import { propose } from './propose.ts'
import * as queries from './queries.ts'

type About = z.output<(typeof checkoutContract)['checkout.depositOffer']['input']>
type Asked = z.output<(typeof checkoutContract)['checkout.askDeposit']['input']>
type Rated = Readonly<{ taxRateId: number; gross: number }>

/** What a deposit would be for: what is to be billed at each rate, what was asked for already, and what was agreed on. */
type Basis = Readonly<{
  draft: Omit<Draft, 'lines'>
  name: string
  total: number
  rates: readonly Rated[]
  asked: number
  agreed: number | null
}>

const basisOf = ({ appointmentId, quoteId }: About, context: Context): Promise<Basis> =>
  appointmentId === null ? ofQuote(quoteId!, context) : ofVisit(appointmentId, context)

async function ofVisit(appointmentId: number, context: Context): Promise<Basis> {
  const { db, now } = context
  const shop = await shopOf(db, now())
  const visit = await visitRow(db, appointmentId)
  const { lines, pricing, contactId, deliveredFrom } = await propose({ appointmentId, fee: false }, context)
  const services = lines.filter(({ kind }) => kind !== 'deposit')
  const day = deliveredFrom ?? shop.today
  const { language } = shop.settings
  const taxOf = await taxesFor(db, services, { rates: shop.rates, day, language })
  const { rows, groups, gross } = count(services, pricing ?? 'gross', null, taxOf)
  return {
    draft: Draft.omit({ lines: true }).parse({ kind: 'deposit', contactId, appointmentId, pricing: 'gross' }),
    name: textIn(language, 'documents.depositForVisit', { day: dayIn(language, day) }),
    total: gross,
    rates: (JSON.parse(groups) as Document['groups']).map(group => ({ taxRateId: rateOfGroup(rows, group), gross: group.gross })),
    asked: sumOf(await standingDeposits(db, await queries.issuedFor(db, appointmentId).execute())),
    agreed: visit.deposit,
  }
}

async function ofQuote(quoteId: number, { db, now }: Context): Promise<Basis> {
  const { today } = await shopOf(db, now())
  await openQuote(db, quoteId)
  const { contactId, buyer, language, lines, groups, gross, number } = await documentOf(db, quoteId, today)
  return {
    draft: Draft.omit({ lines: true }).parse({ kind: 'deposit', contactId, buyer, sourceId: quoteId, language, pricing: 'gross' }),
    name: textIn(language, 'documents.depositForQuote', { number: number! }),
    total: gross,
    rates: groups.map(group => ({ taxRateId: rateOfGroup(lines, group), gross: group.gross })),
    asked: sumOf(await standingDeposits(db, await issuedOfQuote(db, quoteId).execute())),
    agreed: null,
  }
}

const sumOf = (deposits: readonly { gross: number }[]) => deposits.reduce((sum, { gross }) => sum + gross, 0)

export async function depositOffer(about: About, context: Context) {
  const { total, asked, agreed } = await basisOf(about, context)
  return { total, asked, agreed: agreed !== null && agreed > asked ? Math.min(agreed, total) - asked : null }
}

/** The draft of a deposit invoice, taxed in the proportions of what it is for. */
export async function askDeposit({ part, ...about }: Asked, context: CommandContext): Promise<Document> {
  const { draft, name, total, rates, asked } = await basisOf(about, context)
  const amount = part.kind === 'amount' ? part.amount : proportion(total, part.basisPoints, wholeInBasisPoints)
  if (amount < 1) throw new AppError('invalid', 'depositOfNothing')
  if (amount > total - asked) throw new AppError('conflict', 'depositTooMuch', { amount: await amountText(context.db, total - asked) })
  const parts = share(
    amount,
    rates.map(({ gross }) => gross),
  )
  const lines = rates.flatMap(({ taxRateId }, place) =>
    parts[place] === 0 ? [] : DraftLine.parse({ name, taxRateId, price: parts[place]! }),
  )
  const document = await createDraft(context, { ...draft, lines })
  await tell(context, 'depositDrafted', { ...document, buyerName: document.buyer.name })
  return document
}
