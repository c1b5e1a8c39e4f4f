import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { balanceOf, lapsingNext } from '../../shared/loyalty/ledger.ts'
import { lineWords } from '../../shared/loyalty/line-words.ts'
import { statementPaper } from '../../shared/loyalty/statement.ts'
import type { Language } from '../../shared/settings/model.ts'
import { buyerOf } from '../invoices/buyer.ts'
import { sellerNow } from '../invoices/find.ts'
import { shopOf } from '../invoices/shop.ts'
import { clockOf } from '../appointments/shop.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { JobContext } from '../handlers.ts'
import { lookOf } from '../paper/logo.ts'
import { dayIn, textIn } from '../texts.ts'
import { ledgerLine } from './books.ts'
import { programmeOf } from './find.ts'
import * as queries from './queries.ts'

type Wanted = z.output<(typeof loyaltyContract)['loyalty.statement']['input']>

/** What a client may hold in their hand: what was booked last, and what they have. */
export async function statement({ contactId, programmeId, out }: Wanted, context: JobContext) {
  const { db, now } = context
  const { id, ...contact } = await find(db, contactId)
  const { path } = context.destination(out)
  const { settings, invoicing, today } = await shopOf(db, now())
  const { name, unit } = await programmeOf(db, programmeId)
  const lots = await queries.lotsOf(db, id, programmeId).execute()
  const lines = await linesOf(db, { contactId: id, programmeId, language: settings.language })
  const facts = { contactId: id, today, points: balanceOf(lots, today), lapsing: lapsingNext(lots, today), lines }
  const { language, currency } = settings
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { pdfOfSheets, sayIn } = await import('../paper/pdf.ts')
  const { letterOf } = await import('../paper/letter.ts')
  const say = sayIn(language)
  const around = { seller: await sellerNow(db), buyer: await buyerOf(db, id), language, currency }
  const paper = statementPaper({ ...facts, ...around, programme: name, unit }, say)
  const title = `${paper.title} ${displayName(contact)}`
  const about = { title, author: paper.letterhead, language, moment: now() }
  const { bytes, pages } = await pdfOfSheets(letterOf(paper, lookOf(invoicing, context), say), about)
  await writeWhole(path, bytes)
  return { pages }
}

/** As many as anybody reads. */
const linesAtMost = 500

type Whose = Readonly<{ contactId: number; programmeId: number; language: Language }>

async function linesOf(db: Db, { contactId, programmeId, language }: Whose) {
  const rows = await queries.ledger(db, contactId, programmeId, { offset: 0, limit: linesAtMost }).execute()
  const clock = await clockOf(db)
  return rows.toReversed().map(row => {
    const line = ledgerLine(row, clock)
    const { key, params } = lineWords(line, day => dayIn(language, day))
    return { ...line, text: textIn(language, `loyalty.lines.${key}`, params) }
  })
}
