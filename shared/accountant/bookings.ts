import type { CashKind } from '../cashbook/model.ts'
import { groupedBy } from '../group.ts'
import type { lineKinds } from '../invoices/line.ts'
import type { DocumentKind } from '../invoices/model.ts'
import type { PaymentMethod } from '../payments/model.ts'
import type { TaxCategory } from '../taxes/model.ts'
import type { AccountName, Accounts } from './accounts.ts'
import type { AccountantSettings } from './model.ts'

/** What stands on `account`, with the other side on `counter`: in debit where the amount is positive, in credit where it is negative. */
export type Booking = Readonly<{
  amount: number
  account: string
  counter: string
  /** What is taxed with it, where the account does not say so itself. */
  taxKey: string
  day: string
  /** The number of the document: by it an open item and what settles it find each other. */
  reference: string
  text: string
  /** Of whoever owes the tax instead. */
  vatId: string
}>

type Whose = Readonly<{ contactId: number | null; buyerName: string }>
type BookedLine = Readonly<{
  kind: (typeof lineKinds)[number]
  taxCategory: TaxCategory
  basisPoints: number
  taxReason: string
  netOfAll: number
  tax: number
}>
/** As it stands in the books: what a credit note takes back is negative. `of` is what kind of document a credit note takes back. */
export type BookedDocument = Whose &
  Readonly<{ number: string; kind: DocumentKind; of: DocumentKind | null; issuedOn: string; vatId: string; lines: readonly BookedLine[] }>

type How = Pick<AccountantSettings, 'debtors' | 'taxKeys' | 'accountLength' | 'accounts'>

/** One for each account that it comes to, of the client against revenue, deposits or vouchers. */
export function bookingsOfDocument(document: BookedDocument, how: How): Booking[] {
  const { number, issuedOn, buyerName, kind, of } = document
  const isDeposit = kind === 'deposit' || of === 'deposit'
  const parts = groupedBy(document.lines, line => `${accountOfLine(line, isDeposit)} ${keyOf(line, how)} ${owesTax(line)}`)
  return [...parts.values()].flatMap(lines => {
    const amount = lines.reduce((sum, { netOfAll, tax }) => sum + netOfAll + tax, 0)
    const counter = ledger(how, accountOfLine(lines[0]!, isDeposit))
    const said = { taxKey: keyOf(lines[0]!, how), vatId: owesTax(lines[0]!) ? document.vatId : '' }
    return amount === 0
      ? []
      : [{ amount, account: debtorOf(document, how), counter, day: issuedOn, reference: number, text: buyerName, ...said }]
  })
}

/** What was sold without being earned yet stands elsewhere; a new kind of line has to say where it goes. */
const placeOfLine = {
  service: 'revenue',
  product: 'revenue',
  free: 'revenue',
  deposit: 'deposits',
  voucher: 'vouchers',
  // A package is taxed when it is sold; what is redeemed of it is taken off again.
  package: 'revenue',
  redemption: 'revenue',
} as const satisfies Record<BookedLine['kind'], 'revenue' | 'deposits' | 'vouchers'>

function accountOfLine(line: BookedLine, isDeposit: boolean): AccountName {
  const place = isDeposit ? 'deposits' : placeOfLine[line.kind]
  if (place === 'vouchers') return place
  return place === 'deposits' ? depositsOf(line) : revenueOf(line)
}

/** Both rates went down for the second half of 2020, on the same accounts. */
const [full, reduced] = [
  [1900, 1600],
  [700, 500],
]

function depositsOf({ basisPoints }: BookedLine): AccountName {
  if (full!.includes(basisPoints)) return 'depositsFull'
  return reduced!.includes(basisPoints) ? 'depositsReduced' : 'depositsOther'
}

function revenueOf({ taxCategory, basisPoints, taxReason }: BookedLine): AccountName {
  if (taxCategory === 'E') return /§\s*19\b/.test(taxReason) ? 'revenueSmallBusiness' : 'revenueExempt'
  if (taxCategory !== 'S') return untaxed[taxCategory]
  if (full!.includes(basisPoints)) return 'revenueFull'
  return reduced!.includes(basisPoints) ? 'revenueReduced' : 'revenueOther'
}

const untaxed = {
  Z: 'revenueZero',
  AE: 'revenueReverse',
  K: 'revenueUnion',
  G: 'revenueExport',
  O: 'revenueOther',
} as const satisfies Record<Exclude<TaxCategory, 'S' | 'E'>, AccountName>

/** DATEV's keys of output tax. */
function keyOf({ taxCategory, basisPoints }: BookedLine, { taxKeys }: How) {
  if (taxKeys === 'automatic' || taxCategory !== 'S') return ''
  if (full!.includes(basisPoints)) return '0003'
  return reduced!.includes(basisPoints) ? '0002' : ''
}

const owesTax = ({ taxCategory }: BookedLine) => taxCategory === 'AE' || taxCategory === 'K'

export type BookedPayment = Whose &
  Readonly<{
    day: string
    method: PaymentMethod
    amount: number
    tip: number
    reference: string
    settlements: readonly (Whose & Readonly<{ number: string; amount: number }>)[]
  }>

const accountOfMethod = {
  cash: 'cash',
  card: 'card',
  transfer: 'bank',
  other: 'otherMeans',
  voucher: 'vouchers',
} as const satisfies Record<PaymentMethod, AccountName>

/** One for each document that it settles, one for what is left to the client's credit, one for the tip. */
export function bookingsOfPayment(payment: BookedPayment, how: How, words: { credit: string; tip: string }): Booking[] {
  const { day, method, amount, tip, settlements, buyerName } = payment
  const common = { account: ledger(how, accountOfMethod[method]), day, taxKey: '', vatId: '' }
  const left = amount - settlements.reduce((sum, settled) => sum + settled.amount, 0)
  const bookings = [
    ...settlements.map(settled => ({
      ...{ ...common, amount: settled.amount, counter: debtorOf(settled, how), reference: settled.number },
      text: settled.buyerName || payment.reference,
    })),
    { ...common, amount: left, counter: debtorOf(payment, how), reference: '', text: [buyerName, words.credit].filter(Boolean).join(', ') },
    { ...common, amount: tip, counter: ledger(how, 'tips'), reference: '', text: [words.tip, buyerName].filter(Boolean).join(', ') },
  ]
  return bookings.filter(({ amount }) => amount !== 0)
}

export type BookedEntry = Readonly<{ day: string; kind: CashKind; amount: number; note: string }>

/** What payments bring is booked with them. */
const accountOfEntry = {
  payment: null,
  tip: null,
  paidIn: 'drawer',
  paidOut: 'drawer',
  difference: 'difference',
} as const satisfies Record<CashKind, AccountName | null>

export function bookingsOfEntry({ day, kind, amount, note }: BookedEntry, how: How, words: { difference: string }): Booking[] {
  const name = accountOfEntry[kind]
  if (name === null || amount === 0) return []
  const text = kind === 'difference' ? [words.difference, note].filter(Boolean).join(', ') : note
  return [{ amount, account: ledger(how, 'cash'), counter: ledger(how, name), taxKey: '', day, reference: '', text, vatId: '' }]
}

/** Noughts follow where the accountant's accounts are longer. */
const ledger = ({ accounts, accountLength }: { accounts: Accounts; accountLength: number }, name: AccountName) =>
  accounts[name].padEnd(accountLength, '0')

const lastDebtor = 69_999

/** Of their own as far as the numbers of debtors reach. */
function debtorOf({ contactId }: Whose, { accounts, accountLength, debtors }: How) {
  const own = Number(accounts.debtors) + (contactId ?? 0)
  const account = debtors === 'perClient' && own <= lastDebtor ? String(own) : accounts.debtors
  return account.padEnd(accountLength + 1, '0')
}
