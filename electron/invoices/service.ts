import type { invoicesContract } from '../../shared/invoices/contract.ts'
import type { Handlers } from '../handlers.ts'
import { credit, notesOf } from './credit.ts'
import { change, discard, draft, preview } from './draft.ts'
import { exportInvoices } from './export.ts'
import { documentOf, rowOf } from './find.ts'
import { issue } from './issue.ts'
import * as queries from './queries.ts'
import { decide, fromQuote } from './quotes.ts'
import { toListed } from './rows.ts'
import { searchFor } from './search.ts'
import { changeInvoicing, invoicingOf } from './settings.ts'
import { shopOf } from './shop.ts'
import { verify } from './verify.ts'

export const invoiceHandlers: Handlers<typeof invoicesContract> = {
  'invoices.settings': (_input, { db }) => invoicingOf(db),
  'invoices.changeSettings': async (changes, { db, describe }) => {
    describe('invoicingChanged', {})
    return changeInvoicing(db, changes)
  },
  'invoices.list': async ({ offset, limit, text, ...filter }, { db, now }) => {
    const { today } = await shopOf(db, now())
    const wanted = { ...filter, search: await searchFor(db, text) }
    return (await queries.list(db, wanted, today, { offset, limit }).execute()).map(row => toListed(row, today))
  },
  'invoices.sums': async ({ text, ...filter }, { db, now }) => {
    const { today } = await shopOf(db, now())
    return queries.sums(db, { ...filter, search: await searchFor(db, text) }, today).executeTakeFirstOrThrow()
  },
  'invoices.get': async ({ id }, { db, now }) => documentOf(db, id, (await shopOf(db, now())).today),
  'invoices.preview': preview,
  'invoices.draft': draft,
  'invoices.change': change,
  'invoices.discard': discard,
  'invoices.issue': issue,
  'invoices.credit': credit,
  'invoices.creditNotes': async ({ id }, { db, now }) => notesOf(db, (await rowOf(db, id)).id, (await shopOf(db, now())).today),
  'invoices.decide': decide,
  'invoices.fromQuote': fromQuote,
  'invoices.verify': verify,
  'exports.invoices': exportInvoices,
}
