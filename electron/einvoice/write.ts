import type { Document } from '../../shared/invoices/model.ts'
import { toCii } from '../../shared/einvoice/cii.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { semanticOf, type Circumstances } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { homeOf } from '../../shared/paper/address.ts'
import { formatsOf, localeOf } from '../../shared/paper/formats.ts'
import type { Db } from '../db/schema.ts'
import { textIn } from '../texts.ts'
import * as queries from './queries.ts'

/** An issued document as XML; `zugferd` is what goes into a PDF, always in the profile EN 16931. */
export async function xmlOf(db: Db, document: Document, format: 'ubl' | 'cii' | 'zugferd'): Promise<Buffer> {
  const invoice = semanticOf(document, await circumstancesOf(db, document))
  const xml = { ubl: () => toUbl(inProfile(invoice, 'ubl')), cii: () => toCii(inProfile(invoice, 'cii')), zugferd: () => toCii(invoice) }
  return Buffer.from(xml[format]())
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
