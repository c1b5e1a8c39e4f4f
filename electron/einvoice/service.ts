import { Readable } from 'node:stream'
import type { Document } from '../../shared/invoices/model.ts'
import type { invoicesContract } from '../../shared/invoices/contract.ts'
import { toCii } from '../../shared/einvoice/cii.ts'
import type { einvoiceContract } from '../../shared/einvoice/contract.ts'
import { missingFor } from '../../shared/einvoice/missing.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { breachesOf } from '../../shared/einvoice/rules/rules.ts'
import { semanticOf, type Circumstances } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { AppError } from '../../shared/errors.ts'
import { homeOf } from '../../shared/paper/address.ts'
import { formatsOf, localeOf } from '../../shared/paper/formats.ts'
import type { Db } from '../db/schema.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { Handlers } from '../handlers.ts'
import { documentOf } from '../invoices/find.ts'
import { shopOf } from '../invoices/shop.ts'
import { textIn } from '../texts.ts'
import { hybridOf } from './hybrid.ts'
import * as queries from './queries.ts'
import { readEInvoice } from './read.ts'

type Own = Pick<typeof invoicesContract, 'invoices.einvoice'> & typeof einvoiceContract

export const einvoiceHandlers: Handlers<Own> = {
  'invoices.einvoice': async ({ id, format, out }, { db, now, destination }) => {
    const { today, invoicing } = await shopOf(db, now())
    const document = await documentOf(db, id, today)
    refuseIncomplete(document)
    const invoice = semanticOf(document, await circumstancesOf(db, document))
    const xml = { ubl: () => toUbl(inProfile(invoice, 'ubl')), cii: () => toCii(inProfile(invoice, 'cii')), zugferd: () => toCii(invoice) }
    const written = Buffer.from(xml[format]())
    const bytes = format === 'zugferd' ? await hybridOf(document, invoicing, written) : written
    await writeWhole(destination(out).path, Readable.from([bytes]))
    return { bytes: bytes.length }
  },
  'einvoices.read': ({ file }, context) => {
    const found = readEInvoice(context.file(file).path)
    return { ...found, breaches: breachesOf(found.invoice) }
  },
}

/** Whoever receives it would refuse it: what is missing is said before. */
function refuseIncomplete(document: Document) {
  if (document.issuedAt === null || document.kind === 'quote') throw new AppError('conflict', 'onlyInvoicesAreEInvoices')
  const missing = missingFor(document)
  if (missing.length === 0) return
  throw AppError.from({
    ...{ code: 'conflict', reason: 'eInvoiceIncomplete' },
    problems: missing.map(name => ({ path: [name], reason: `${name}ForEInvoice` as const })),
  })
}

/** Only what has been paid counts: a credit note is a document of its own, which its receiver takes off. */
async function circumstancesOf(db: Db, document: Document): Promise<Circumstances> {
  const { id, kind, language } = document
  const paid = await queries.paidOf(db, id).execute()
  const sum = paid.reduce((total, { amount }) => total + amount, 0)
  const word = (key: string) => textIn(language, `einvoice.${key}`)
  return {
    paid: kind === 'creditNote' && sum !== 0 ? -sum : sum,
    methods: paid.map(({ method }) => method),
    words: { discount: word('discount'), onReceipt: word('onReceipt'), refund: word('refund'), instalments: partsText(document) },
  }
}

function partsText({ instalments, language, currency, seller }: Document) {
  if (instalments === null) return ''
  const { money, day } = formatsOf(localeOf(language, homeOf(seller)), currency)
  const head = textIn(language, 'einvoice.instalments', { count: instalments.length })
  return [
    head,
    ...instalments.map(({ amount, dueOn }) => textIn(language, 'einvoice.instalment', { amount: money(amount), day: day(dueOn) })),
  ].join('\n')
}
