import { sql, type Insertable, type Updateable } from 'kysely'
import { words } from '../../shared/text.ts'
import { readCode } from '../../shared/vouchers/code.ts'
import type { VoucherFilter } from '../../shared/vouchers/model.ts'
import type { PackageTable } from '../db/schema-catalogue.ts'
import type { VoucherEntryTable, VoucherTable } from '../db/schema-vouchers.ts'
import type { Db } from '../db/schema.ts'

/** With the invoice of its sale. */
const withSale = (db: Db) =>
  db
    .selectFrom('voucher')
    .innerJoin('documentLine', 'documentLine.id', 'voucher.lineId')
    .innerJoin('document', 'document.id', 'documentLine.documentId')
    .selectAll('voucher')
    .select(['document.id as documentId', 'document.number'])
    .select(
      // Of its sale, or of a later top-up.
      sql<string | null>`(select bill.number from voucherEntry join document as bill on bill.id = voucherEntry.documentId
        where voucherEntry.voucherId = voucher.id and voucherEntry.kind = 'issued' and bill.open > 0 limit 1)`.as('unpaidNumber'),
    )

export const byId = (db: Db, id: number) => withSale(db).where('voucher.id', '=', id)

export const byCode = (db: Db, code: string) => withSale(db).where('voucher.code', '=', code)

export const byLine = (db: Db, lineId: number) => db.selectFrom('voucher').select('id').where('lineId', '=', lineId)

/** As the index of what is good for something has it: a parameter would not do. */
const isOpen = sql<boolean>`balance > 0`

function filtered(db: Db, { kind, state, contactId, documentId, text }: VoucherFilter, today: string) {
  const code = readCode(text)
  let query = db.selectFrom('voucher')
  if (kind !== null) query = query.where('voucher.kind', '=', kind)
  if (contactId !== null) query = query.where('voucher.contactId', '=', contactId)
  if (documentId !== null)
    query = query.where('voucher.lineId', 'in', db.selectFrom('documentLine').select('id').where('documentId', '=', documentId))
  if (state === 'blocked') query = query.where('blockedAt', 'is not', null)
  if (state !== null && state !== 'blocked') query = query.where('blockedAt', 'is', null)
  if (state === 'used') query = query.where('balance', '=', 0)
  if (state === 'active') query = query.where(isOpen).where(({ or, eb }) => or([eb('expiresOn', 'is', null), eb('expiresOn', '>=', today)]))
  if (state === 'expired') query = query.where(isOpen).where('expiresOn', '<', today)
  if (code !== null) return query.where('code', '=', code)
  for (const word of words(text)) query = query.where(sql<boolean>`instr(voucher.search, ${word}) > 0`)
  return query
}

/** The latest first. */
export const listed = (db: Db, filter: VoucherFilter, today: string, { offset, limit }: { offset: number; limit: number }) =>
  filtered(db, filter, today).select('voucher.id').orderBy('voucher.id', 'desc').offset(offset).limit(limit)

export const byIds = (db: Db, ids: readonly number[]) => withSale(db).where('voucher.id', 'in', ids).orderBy('voucher.id', 'desc')

export const count = (db: Db, filter: VoucherFilter, today: string) =>
  filtered(db, filter, today).select(({ fn }) => fn.countAll<number>().as('vouchers'))

/** The earliest first, after that one. */
export const after = (db: Db, filter: VoucherFilter, today: string, id: number, limit: number) =>
  filtered(db, filter, today).select('voucher.id').where('voucher.id', '>', id).orderBy('voucher.id').limit(limit)

export const expired = (db: Db, today: string) =>
  db.selectFrom('voucher').select(['id', 'balance']).where(isOpen).where('expiresOn', '<', today).where('blockedAt', 'is', null)

export const insert = (db: Db, row: Insertable<VoucherTable>) => db.insertInto('voucher').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<VoucherTable>) => db.updateTable('voucher').set(row).where('id', '=', id)

export const insertEntry = (db: Db, row: Insertable<VoucherEntryTable>) => db.insertInto('voucherEntry').values(row)

export const entriesOf = (db: Db, voucherId: number) =>
  db
    .selectFrom('voucherEntry')
    .leftJoin('document', 'document.id', 'voucherEntry.documentId')
    .selectAll('voucherEntry')
    .select('document.number')
    .where('voucherId', '=', voucherId)
    .orderBy('voucherEntry.id', 'desc')

/** What entries of these kinds come to. */
export const sumOf = (db: Db, voucherId: number, kinds: readonly VoucherEntryTable['kind'][]) =>
  db
    .selectFrom('voucherEntry')
    .select(sql<number>`coalesce(sum(amount), 0)`.as('amount'))
    .where('voucherId', '=', voucherId)
    .where('kind', 'in', kinds)

/** The cards with which a document was paid, the largest part first. */
export const paidWith = (db: Db, documentId: number) =>
  db
    .selectFrom('settlement')
    .innerJoin('payment', 'payment.id', 'settlement.paymentId')
    .select(['payment.voucherId', sql<number>`sum(settlement.amount)`.as('amount')])
    .where('settlement.documentId', '=', documentId)
    .where('payment.voucherId', 'is not', null)
    .groupBy('payment.voucherId')
    .orderBy(sql`sum(settlement.amount)`, 'desc')

export const sourceOf = (db: Db, documentId: number) => db.selectFrom('document').select('sourceId').where('id', '=', documentId)

export const outstanding = (db: Db) =>
  db
    .selectFrom('voucher')
    .select([sql<string>`substr(issuedOn, 1, 4)`.as('year'), 'kind', 'currency'])
    .select([
      sql<number>`count(*)`.as('vouchers'),
      sql<number>`sum(price)`.as('sold'),
      // Of a package the part of its price that was not used.
      sql<number>`cast(sum(round(price * 1.0 * balance / issued)) as integer)`.as('open'),
    ])
    .groupBy(['year', 'kind', 'currency'])
    .orderBy('year')
    .orderBy('kind')

const withService = (db: Db) =>
  db
    .selectFrom('package')
    .innerJoin('service', 'service.id', 'package.serviceId')
    .selectAll('package')
    .select(['service.name as serviceName', 'service.taxRateId'])

export const packages = (db: Db) => withService(db).orderBy('package.name').orderBy('package.id')
export const packageById = (db: Db, id: number) => withService(db).where('package.id', '=', id)
export const insertPackage = (db: Db, row: Insertable<PackageTable>) => db.insertInto('package').values(row).returning('id')
export const updatePackage = (db: Db, id: number, row: Updateable<PackageTable>) => db.updateTable('package').set(row).where('id', '=', id)

/** Those whose balance is not what their entries say, or not within what was sold. */
export const unbalanced = (db: Db) =>
  db.selectFrom('voucher').select(['id', 'balance', 'issued'])
    .where(sql<boolean>`balance <> (select coalesce(sum(amount), 0) from voucherEntry where voucherId = voucher.id)
      or balance not between 0 and issued`)

export const paymentsWithoutEntry = (db: Db) =>
  db
    .selectFrom('payment')
    .select('voucherId')
    .where('voucherId', 'is not', null)
    .where(sql<boolean>`-payment.amount is not (select sum(amount) from voucherEntry where paymentId = payment.id)`)

export const salesWithoutVoucher = (db: Db) =>
  db
    .selectFrom('documentLine')
    .innerJoin('document', 'document.id', 'documentLine.documentId')
    .select('documentLine.documentId')
    .where('documentLine.kind', 'in', ['voucher', 'package'])
    .where('document.kind', '=', 'invoice')
    .where('document.issuedAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('voucherEntry')
            .innerJoin('voucher', 'voucher.id', 'voucherEntry.voucherId')
            .select('voucher.id')
            .where('voucherEntry.kind', '=', 'issued')
            .whereRef('voucherEntry.documentId', '=', 'documentLine.documentId')
            .where(sql<boolean>`voucher.id = documentLine.voucherId or voucher.lineId = documentLine.id`),
        ),
      ),
    )
