import type { Document } from '../../shared/invoices/model.ts'
import type { einvoiceContract } from '../../shared/einvoice/contract.ts'
import { missingFor } from '../../shared/einvoice/missing.ts'
import { breachesOf } from '../../shared/einvoice/rules/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { Handlers } from '../handlers.ts'
import { documentOf } from '../invoices/find.ts'
import { shopOf } from '../invoices/shop.ts'
import { lookOf } from '../paper/logo.ts'
import { hybridOf } from './hybrid.ts'
import { readEInvoice } from './read.ts'
import { xmlOf } from './write.ts'

export const einvoiceHandlers: Handlers<typeof einvoiceContract> = {
  'invoices.einvoice': async ({ id, format, out }, context) => {
    const { db, now } = context
    const { today, invoicing } = await shopOf(db, now())
    const document = await documentOf(db, id, today)
    refuseIncomplete(document)
    const written = await xmlOf(db, document, format)
    const bytes = format === 'zugferd' ? await hybridOf(document, lookOf(invoicing, context), written) : written
    await writeWhole(context.destination(out).path, bytes)
    return { bytes: bytes.length }
  },
  'einvoices.read': ({ file }, context) => {
    const { syntax, invoice, isEnclosed } = readEInvoice(context.file(file).path)
    return { syntax, invoice, isEnclosed, breaches: breachesOf(invoice) }
  },
  'einvoices.saveXml': async ({ file, out }, context) => {
    const { xml } = readEInvoice(context.file(file).path)
    await writeWhole(context.destination(out).path, xml)
    return { bytes: xml.length }
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
