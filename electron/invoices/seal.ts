import { createHash } from 'node:crypto'
import { Instalments } from '../../shared/invoices/instalments.ts'
import type { DocumentRow, NewLineRow } from './rows.ts'

type Head = Omit<
  DocumentRow,
  | 'id'
  | 'hash'
  | 'settled'
  | 'open'
  | 'search'
  | 'decision'
  | 'decidedAt'
  | 'changedAt'
  | 'contactId'
  | 'note'
  | 'user'
  | 'subscriptionPeriodId'
>

/** What is printed, and where it stands in the chain: always these columns in this order, whatever is added later. */
const sealed = [
  ...['kind', 'series', 'sequence', 'number', 'issuedAt', 'issuedOn', 'dueOn', 'pricing', 'language', 'currency', 'discount'],
  ...['deliveredFrom', 'deliveredTo', 'validUntil', 'title', 'header', 'footer', 'buyer', 'seller', 'groups', 'discountAmount'],
  ...['discountNet', 'net', 'tax', 'gross', 'sourceId', 'previousHash'],
] as const satisfies readonly (keyof Head)[]
const sealedOfLine = [
  ...['position', 'kind', 'name', 'description', 'quantity', 'unit', 'price', 'discount', 'taxCategory', 'basisPoints'],
  ...['taxReason', 'taxReasonCode', 'amount', 'net', 'netOfAll', 'tax'],
] as const satisfies readonly (keyof NewLineRow)[]

/** The hash of a document as it was issued: with that of the one before it in it, so that none can be changed or left out unseen. */
export function sealOf(head: Head, lines: readonly NewLineRow[]) {
  const printed = [sealedHead(head), lines.map(line => sealedOfLine.map(column => line[column] ?? null))]
  return createHash('sha256').update(JSON.stringify(printed)).digest('hex')
}

/** The parts that it is paid in come after all the rest, where there are any; the day of the first is the one that it was issued with. */
function sealedHead(head: Head) {
  if (head.instalments === null) return sealed.map(column => head[column])
  const [first] = Instalments.parse(JSON.parse(head.instalments))
  return [...sealed.map(column => (column === 'dueOn' ? first!.dueOn : head[column])), head.instalments]
}
