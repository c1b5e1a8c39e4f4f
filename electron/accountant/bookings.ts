import {
  bookingsOfDocument,
  bookingsOfEntry,
  bookingsOfPayment,
  type BookedDocument,
  type Booking,
} from '../../shared/accountant/bookings.ts'
import type { AccountantSettings } from '../../shared/accountant/model.ts'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import { Buyer } from '../../shared/invoices/model.ts'
import { entryPages } from '../cashbook/between.ts'
import type { Db } from '../db/schema.ts'
import { issuedPages, type Days } from '../invoices/export.ts'
import { linesOf } from '../invoices/queries.ts'
import type { DocumentRow } from '../invoices/rows.ts'
import { bookedPages } from '../payments/booked.ts'
import * as queries from './queries.ts'

type Word = 'counter' | 'credit' | 'tip' | 'difference'
export type How = Readonly<{ settings: AccountantSettings; say: (word: Word) => string; step: () => void }>

/** What the books and the bookings have to come to alike. */
type Sums = { invoiced: number; taken: number; drawer: number }
type Counted = Readonly<{ booking: Booking; in: readonly (keyof Sums)[] }>

/** Everything that happened on these days, as it is booked: documents, payments, and what else went through the drawer. */
export async function* bookingsIn(db: Db, days: Days, how: How): AsyncGenerator<Booking, void, undefined> {
  const sums: Sums = { invoiced: 0, taken: 0, drawer: 0 }
  for (const source of [documents, payments, entries]) {
    for await (const counted of source(db, days, how)) {
      for (const name of counted.in) sums[name] += counted.booking.amount
      yield counted.booking
    }
  }
  await refuseUnbalanced(db, days, sums)
}

async function* documents(db: Db, days: Days, { settings, say, step }: How): AsyncGenerator<Counted> {
  for await (const page of issuedPages(db, days, 'charged')) {
    step()
    for (const document of await booked(db, page, say('counter')))
      for (const booking of bookingsOfDocument(document, settings)) yield { booking, in: ['invoiced'] }
  }
}

async function booked(db: Db, page: readonly DocumentRow[], overTheCounter: string): Promise<BookedDocument[]> {
  const ids = page.map(({ id }) => id)
  const lines = groupedBy(await linesOf(db, ids).execute(), ({ documentId }) => documentId)
  const sources = page.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId]))
  const kinds = new Map((await queries.kindsOf(db, sources).execute()).map(({ id, kind }) => [id, kind]))
  return page.map(row => {
    const { number, issuedOn, kind, contactId, buyerName, sourceId } = row
    return {
      ...{ number: number!, issuedOn: issuedOn!, kind, contactId, buyerName: buyerName || overTheCounter },
      vatId: Buyer.parse(JSON.parse(row.buyer ?? 'null')).vatId,
      of: (kind === 'creditNote' && sourceId !== null && kinds.get(sourceId)) || null,
      lines: lines.get(row.id) ?? [],
    }
  })
}

async function* payments(db: Db, days: Days, { settings, say, step }: How): AsyncGenerator<Counted> {
  const words = { credit: say('credit'), tip: say('tip') }
  for await (const page of bookedPages(db, days)) {
    step()
    for (const payment of page)
      for (const booking of bookingsOfPayment(payment, settings, words))
        yield { booking, in: payment.method === 'cash' ? ['taken', 'drawer'] : ['taken'] }
  }
}

async function* entries(db: Db, days: Days, { settings, say, step }: How): AsyncGenerator<Counted> {
  const words = { difference: say('difference') }
  for await (const page of entryPages(db, days)) {
    step()
    for (const entry of page) for (const booking of bookingsOfEntry(entry, settings, words)) yield { booking, in: ['drawer'] }
  }
}

/** A batch that comes to anything else than the books do is wrong, and nobody would see it. */
async function refuseUnbalanced(db: Db, { from, to }: Days, sums: Sums) {
  const { gross } = await queries.invoiced(db, from, to).executeTakeFirstOrThrow()
  const { amount, tips } = await queries.taken(db, from, to).executeTakeFirstOrThrow()
  const drawer = await queries.intoDrawer(db, from, to).executeTakeFirstOrThrow()
  const isEqual = sums.invoiced === gross && sums.taken === amount + tips && sums.drawer === drawer.amount
  if (!isEqual) throw new AppError('conflict', 'batchUnbalanced')
}
