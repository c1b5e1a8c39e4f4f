import type { Document, InvoicingSettings } from '../invoices/model.ts'
import { homeOf, recipientOf, senderOf } from './address.ts'
import { factsOf } from './facts.ts'
import { footOf } from './foot.ts'
import { formatsOf, localeOf } from './formats.ts'
import type { Paper, Say } from './model.ts'
import { notesOf } from './notes.ts'
import { paymentCode } from './payment.ts'
import { columnsOf, rowsOf } from './rows.ts'
import { slipOf } from './slip.ts'
import { sumsOf } from './sums.ts'

/** What is printed of a document, the same on the screen and on paper. */
export function paperOf(document: Document, { texts }: Pick<InvoicingSettings, 'texts'>, say: Say): Paper {
  const { seller, buyer, language, number, kind } = document
  const home = homeOf(seller)
  const formats = formatsOf(localeOf(language, home), document.currency)
  const usual = usualTexts(document, texts)
  const slip = slipOf(document, say)
  const isAnonymous = buyer.name === '' && buyer.person === '' && kind === 'invoice'
  return {
    recipient: isAnonymous ? null : recipientOf(buyer, home, language),
    sender: senderOf(seller, language),
    letterhead: seller.name,
    facts: factsOf(document, formats, say),
    title: [say(`titles.${isAnonymous ? 'receipt' : kind}`), number].filter(Boolean).join(' '),
    subtitles: [creditsText(document, formats, say), document.title].filter(Boolean),
    header: document.header || usual.header,
    columns: columnsOf(document, say),
    rows: rowsOf(document, formats, say),
    carried: { subtotal: say('carried.subtotal'), carriedOver: say('carried.carriedOver') },
    sums: sumsOf(document, formats, say),
    notes: notesOf(document, slip !== null, formats, say),
    footer: document.footer || usual.footer,
    payment: slip ? null : paymentCode(document, say),
    slip,
    foot: footOf(seller, language, say),
    legal: seller.legal,
    watermark: number === null ? say('draft') : null,
  }
}

const creditsText = ({ credits }: Document, { day }: ReturnType<typeof formatsOf>, say: Say) =>
  credits ? say('credits', { number: credits.number, day: day(credits.issuedOn) }) : ''

/** What was issued has its texts with it, as they were on that day. */
function usualTexts({ kind, number }: Document, texts: InvoicingSettings['texts']) {
  if (number !== null || kind === 'creditNote') return { header: '', footer: '' }
  return kind === 'quote' ? { header: texts.quoteHeader, footer: texts.quoteFooter } : texts
}
