/** Looks up a word of the paper in the document's language: `paper.` is put before the key. */
export type Say = (key: string, params?: Record<string, string | number>) => string

export const columnKeys = ['name', 'quantity', 'price', 'discount', 'tax', 'amount'] as const
/** Of a letter that asks for several invoices. */
export const reminderColumnKeys = ['name', 'issuedOn', 'dueOn', 'open'] as const
/** Of a statement of points. */
export const pointsColumnKeys = ['name', 'day', 'points', 'balance'] as const
export type ColumnKey = (typeof columnKeys)[number] | (typeof reminderColumnKeys)[number] | (typeof pointsColumnKeys)[number]

export type Fact = Readonly<{ label: string; value: string }>

export type PaperRow = Readonly<{
  name: string
  description: string
  /** Of every column that is shown, but the name. */
  cells: Readonly<Partial<Record<ColumnKey, string>>>
  /** What all lines up to this one come to: carried over where the page ends after it. */
  sumSoFar: string
}>

/** `part` stands below the total that it is a part of; `due` is what is still to be paid. */
export type PaperSum = Readonly<{ kind: 'plain' | 'part' | 'total' | 'due'; label: string; value: string }>

/** What a banking app reads, and the words beside it. */
export type PaymentCode = Readonly<{ text: string; caption: string }>

/** The lower part of a Swiss invoice, which is cut off and paid in. `debtor` is null where whoever pays writes their name. */
export type Slip = Readonly<{
  code: string
  account: string
  creditor: readonly string[]
  debtor: readonly string[] | null
  reference: string
  message: string
  currency: string
  amount: string
  words: Readonly<
    Record<
      | 'paymentPart'
      | 'receipt'
      | 'account'
      | 'reference'
      | 'message'
      | 'payableBy'
      | 'payableByBlank'
      | 'currency'
      | 'amount'
      | 'acceptance'
      | 'separate',
      string
    >
  >
}>

/** All that is printed of a document, in the order of the paper, in words and figures of its language. */
export type Paper = Readonly<{
  /** null where nobody in particular buys: such a paper needs no window for an address. */
  recipient: readonly string[] | null
  sender: string
  letterhead: string
  facts: readonly Fact[]
  title: string
  /** What a credit note takes back, and what the document is about. */
  subtitles: readonly string[]
  header: string
  columns: readonly Readonly<{ key: ColumnKey; label: string }>[]
  rows: readonly PaperRow[]
  carried: Readonly<{ subtotal: string; carriedOver: string }>
  sums: readonly PaperSum[]
  notes: readonly string[]
  footer: string
  payment: PaymentCode | null
  slip: Slip | null
  /** What stands at the foot of every page, in columns, and whatever the law wants below them. */
  foot: readonly Readonly<{ kind: 'address' | 'contact' | 'bank' | 'numbers'; lines: readonly string[] }>[]
  legal: string
  /** Across a page that is no document yet. */
  watermark: string | null
}>
