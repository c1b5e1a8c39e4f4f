import { guardText } from '../csv/guard.ts'
import { decimalText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import { agedColumns, agingOn } from './aged.ts'
import type { OpenItem } from './model.ts'

export type ExportedItem = Readonly<Pick<OpenItem, 'number' | 'issuedOn' | 'dueOn' | 'gross' | 'open' | 'daysLate' | 'sent' | 'pause'>> & {
  readonly name: string
}
type Around = Readonly<{ currency: string; today: string }>
/** `header` is a text under `dunning.export.columns` in the locale files. */
type Column = Readonly<{ header: string; value(item: ExportedItem, around: Around): string }>

const money = (amount: number, { currency }: Around) => decimalText(amount, decimalsOf(currency))

export const openItemColumns: readonly Column[] = [
  { header: 'client', value: ({ name }) => guardText(name) },
  { header: 'number', value: ({ number }) => guardText(number) },
  { header: 'issuedOn', value: ({ issuedOn }) => issuedOn },
  { header: 'dueOn', value: ({ dueOn }) => dueOn ?? '' },
  { header: 'gross', value: ({ gross }, around) => money(gross, around) },
  { header: 'open', value: ({ open }, around) => money(open, around) },
  { header: 'daysLate', value: ({ daysLate }) => String(daysLate) },
  ...([...agedColumns, 'owed'] as const).map(header => ({
    header,
    value: (item: ExportedItem, around: Around) => (agingOn(around.today)(item) === header ? money(item.open, around) : ''),
  })),
  { header: 'level', value: ({ sent }) => String(sent?.level ?? '') },
  { header: 'remindedOn', value: ({ sent }) => sent?.day ?? '' },
  { header: 'pausedUntil', value: ({ pause }) => pause?.until ?? '' },
  { header: 'currency', value: (_item, { currency }) => currency },
]
