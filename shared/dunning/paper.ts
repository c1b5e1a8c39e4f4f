import { homeOf, recipientOf, senderOf } from '../paper/address.ts'
import { footOf } from '../paper/foot.ts'
import { formatsOf, localeOf, type Formats } from '../paper/formats.ts'
import { groupedIban, isIban } from '../paper/iban.ts'
import { reminderColumnKeys, type Paper, type PaperSum, type Say } from '../paper/model.ts'
import { transferCode } from '../paper/payment.ts'
import type { Letter } from './model.ts'
import { filledIn, totalOf } from './rules.ts'

/** A reminder as it is printed: the words of its level, what is open, and how it is paid. */
export function reminderPaper(letter: Letter, say: Say): Paper {
  const { seller, recipient, language, items, title } = letter
  const formats = letterFormats(letter)
  return {
    recipient: recipientOf(recipient, homeOf(seller), language),
    sender: senderOf(seller, language),
    letterhead: seller.name,
    facts: factsOf(letter, formats, say),
    ...{ title, subtitles: [], header: wordsOf(letter) },
    columns: reminderColumnKeys.map(key => ({ key, label: say(`reminder.columns.${key}`, { currency: letter.currency }) })),
    rows: rowsOf(items, formats),
    carried: { subtotal: say('carried.subtotal'), carriedOver: say('carried.carriedOver') },
    sums: sumsOf(letter, formats, say),
    notes: [payingText(letter, say)].filter(Boolean),
    footer: say('reminder.crossed'),
    payment: transferCode({ seller, currency: letter.currency, amount: totalOf(letter), reference: referenceOf(letter) }, say),
    slip: null,
    foot: footOf(seller, language, say),
    ...{ legal: seller.legal, watermark: null },
  }
}

const letterFormats = ({ language, seller, currency }: Letter) => formatsOf(localeOf(language, homeOf(seller)), currency)

/** The text of its level, with what it stands for filled in. */
function wordsOf(letter: Letter) {
  const { day, money } = letterFormats(letter)
  return filledIn(letter.text, { name: letter.recipient.name, amount: money(totalOf(letter)), day: day(letter.payBy) })
}

const referenceOf = ({ items }: Letter) => items.map(({ number }) => number).join(', ')

const factsOf = ({ day, payBy, contactId }: Letter, formats: Formats, say: Say) => [
  { label: say('facts.date'), value: formats.day(day) },
  { label: say('reminder.payBy'), value: formats.day(payBy) },
  ...(contactId === null ? [] : [{ label: say('facts.clientNumber'), value: String(contactId) }]),
]

function rowsOf(items: Letter['items'], { amount, day }: Formats) {
  let sum = 0
  return items.map(({ number, issuedOn, dueOn, open }) => {
    sum += open
    return {
      name: number,
      description: '',
      cells: { issuedOn: day(issuedOn), dueOn: day(dueOn), open: amount(open) },
      sumSoFar: amount(sum),
    }
  })
}

/** Where nothing is added, the sum alone. */
function sumsOf(letter: Letter, { amount, money }: Formats, say: Say): PaperSum[] {
  const { items, fee, interest } = letter
  const open = items.reduce((sum, item) => sum + item.open, 0)
  const added = [
    { kind: 'plain' as const, label: say('reminder.interest'), value: amount(interest), isThere: interest > 0 },
    { kind: 'plain' as const, label: say('reminder.fee'), value: amount(fee), isThere: fee > 0 },
  ].flatMap(({ isThere, ...sum }) => (isThere ? [sum] : []))
  const before: PaperSum[] = added.length > 0 ? [{ kind: 'plain', label: say('reminder.open'), value: amount(open) }, ...added] : []
  return [...before, { kind: 'total', label: say('sums.due'), value: money(totalOf(letter)) }]
}

/** Until when is said above; where to, where the shop has an account. */
function payingText(letter: Letter, say: Say) {
  const { iban } = letter.seller.bank
  return isIban(iban) ? say('terms.transfer', { iban: groupedIban(iban), number: referenceOf(letter) }) : ''
}

/** The same without a paper around it, to be pasted into a message. */
export function reminderText(letter: Letter, say: Say) {
  const { day, money } = letterFormats(letter)
  const lines = letter.items.map(({ number, issuedOn, dueOn, open }) =>
    say('reminder.line', { number, issued: day(issuedOn), due: day(dueOn), amount: money(open) }),
  )
  const sums = sumsOf(letter, letterFormats(letter), say).map(({ label, value }) => `${label}: ${value}`)
  const parts = [letter.title, wordsOf(letter), lines.join('\n'), sums.join('\n'), payingText(letter, say), say('reminder.crossed')]
  return [...parts, letter.seller.name].filter(Boolean).join('\n\n')
}
