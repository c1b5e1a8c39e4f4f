import type { Database } from 'better-sqlite3'
import type { DraftLine } from '../../shared/invoices/line.ts'
import type { Buyer, Document } from '../../shared/invoices/model.ts'
import { numberOf, seriesKey } from '../../shared/invoices/numbers.ts'
import type { CashKind } from '../../shared/cashbook/model.ts'
import type { PaymentMethod } from '../../shared/payments/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { columnsOf, stopRecordingInserts, type RecordedTable } from '../operations/recording.ts'
import { count, taxesOn } from './count.ts'
import { searchOf } from './rows.ts'
import { sealOf } from './seal.ts'
import type { Shop } from './shop.ts'

/** What was sold in one go; `payment` is null where nothing has come in yet. */
export type Sale = Readonly<{
  contactId: number | null
  appointmentId: number | null
  buyer: Buyer
  at: string
  day: string
  discount: Document['discount']
  lines: readonly DraftLine[]
  payment: Readonly<{ method: PaymentMethod; tip: number; tendered: number | null }> | null
}>

const tables = [
  'document',
  'documentLine',
  'documentTax',
  'payment',
  'settlement',
  'cashEntry',
  'stockMovement',
] as const satisfies readonly RecordedTable[]
type Table = (typeof tables)[number]

/**
 * Writes many invoices with what came in for them, their history as ranges of ids; call it inside a transaction, the sales in
 * the order of their days. `recordChanges` gives the connection its ordinary triggers back.
 */
export function createInvoiceWriter(sqlite: Database, user: string, shop: Omit<Shop, 'today'>) {
  stopRecordingInserts(sqlite, tables)
  const into = Object.fromEntries(tables.map(table => [table, inserter(sqlite, table)])) as Record<Table, Inserter>
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const lastIn = sqlite.prepare<[string], { sequence: number; hash: string }>(
    'select sequence, hash from document where series = ? order by sequence desc limit 1',
  )

  const lastBalance = sqlite.prepare<[], number>('select balance from cashEntry order by id desc limit 1').pluck()
  let balance = 0
  const stocked = new Set(sqlite.prepare<[], number>('select id from product where isStocked = 1').pluck().all())

  /** The document comes last: an issued one takes no more parts, and counts what is settled of it from then on. */
  function write(sale: Sale) {
    const { at, day, payment, contactId } = sale
    const { rows, ...sums } = count(sale.lines, shop.invoicing.pricing, sale.discount, taxesOn(shop.rates, day))
    const head = headOf(sale, sums)
    const documentId = into.document.nextId()
    for (const row of rows) into.documentLine.insert({ ...row, documentId })
    for (const { productId, quantity } of rows) {
      if (productId && stocked.has(productId))
        into.stockMovement.insert({ productId, quantity: -quantity, reason: 'sale', documentId, at, note: '', user })
    }
    for (const { category, basisPoints, net, tax } of JSON.parse(sums.groups) as Document['groups'])
      into.documentTax.insert({ documentId, issuedOn: day, category, basisPoints, net, tax })
    if (payment) {
      const paymentId = into.payment.insert({ ...payment, at, day, contactId, amount: sums.gross, reference: '', note: '', user })
      into.settlement.insert({ documentId, paymentId, amount: sums.gross, at })
      if (payment.method === 'cash') {
        intoDrawer('payment', sums.gross, { at, day, paymentId })
        intoDrawer('tip', payment.tip, { at, day, paymentId })
      }
    }
    into.document.insert({ ...head, hash: sealOf(head, rows), search: searchOf(head), settled: payment ? sums.gross : 0 })
  }

  function intoDrawer(kind: CashKind, amount: number, entry: { at: string; day: string; paymentId: number }) {
    if (amount === 0) return
    balance += amount
    into.cashEntry.insert({ ...entry, kind, amount, balance, note: '', user })
  }

  function headOf({ contactId, appointmentId, buyer, at, day, discount }: Sale, sums: Sums) {
    const { invoicing, settings, seller } = shop
    const series = seriesKey('invoice', invoicing.numbers.invoice, day)
    const last = lastIn.get(series)
    const sequence = (last?.sequence ?? 0) + 1
    return {
      ...{ kind: 'invoice' as const, contactId, appointmentId, sourceId: null, pricing: invoicing.pricing, language: settings.language },
      ...{ currency: settings.currency, discount: discount && JSON.stringify(discount), deliveredFrom: day, deliveredTo: null },
      ...{
        paymentDays: null,
        instalments: null,
        subscriptionPeriodId: null,
        validUntil: null,
        title: '',
        note: '',
        header: invoicing.texts.header,
        footer: invoicing.texts.footer,
      },
      ...{ buyer: JSON.stringify(buyer), buyerName: buyer.name, seller: JSON.stringify(seller), ...sums },
      ...{ series, sequence, number: numberOf(invoicing.numbers.invoice, sequence, day), issuedAt: at, issuedOn: day },
      ...{ dueOn: dayAfter(day, invoicing.paymentDays), previousHash: last?.hash ?? '' },
      ...{ decision: null, decidedAt: null, user, createdAt: at, changedAt: at },
    }
  }

  return (operation: number, sales: readonly Sale[]) => {
    sqlite.pragma('defer_foreign_keys = on')
    for (const table of tables) into[table].begin()
    balance = lastBalance.get() ?? 0
    for (const sale of sales) write(sale)
    for (const table of tables) {
      const { firstId, lastId } = into[table].written()
      if (lastId >= firstId) range.run(operation, table, firstId, lastId)
    }
  }
}

type Sums = Omit<ReturnType<typeof count>, 'rows'>
type Inserter = ReturnType<typeof inserter>

/** Inserts rows under ids of its own counting; a column that a row does not name stays empty. */
function inserter(sqlite: Database, table: Table) {
  const names = columnsOf(sqlite, table).map(({ name }) => name)
  const statement = sqlite.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(name => `@${name}`).join(', ')})`)
  const newest = sqlite.prepare<[string], number>('select coalesce(max(seq), 0) from sqlite_sequence where name = ?').pluck()
  const empty = Object.fromEntries(names.map(name => [name, null]))
  let [firstId, nextId] = [1, 1]
  return {
    begin: () => void (firstId = nextId = newest.get(table)! + 1),
    nextId: () => nextId,
    written: () => ({ firstId, lastId: nextId - 1 }),
    insert(row: object) {
      const id = nextId++
      statement.run({ ...empty, ...row, id })
      return id
    },
  }
}
