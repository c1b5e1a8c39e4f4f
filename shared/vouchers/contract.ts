import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import * as model from './model.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })

export const vouchersContract = {
  'vouchers.settings': query('invoices.read', z.strictObject({}), model.VoucherSettings),
  'vouchers.changeSettings': command('settings.write', model.VoucherSettings.partial(), model.VoucherSettings),

  /** Those that are sold no more included. */
  'vouchers.packages': query('invoices.read', z.strictObject({}), z.array(model.Package)),
  'vouchers.createPackage': command('settings.write', model.NewPackage, model.Package),
  'vouchers.changePackage': command('settings.write', model.PackageChange, model.Package),
  'vouchers.archivePackage': command('settings.write', z.strictObject({ id, archived: z.boolean() }), model.Package),

  /** The latest first. Vouchers come to be by the issue of an invoice with their line. */
  'vouchers.list': query(
    'invoices.read',
    model.VoucherFilter.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    z.array(model.Voucher),
  ),
  'vouchers.count': report('invoices.read', model.VoucherFilter, z.strictObject({ vouchers: z.int() })),
  'vouchers.get': query('invoices.read', Id, model.VoucherDetail),
  /** By its code, as it was read out, typed or scanned. */
  'vouchers.find': query('invoices.read', z.strictObject({ code: z.string().max(100) }), model.Voucher),
  /** Whom it belongs to, for whom it is, how long it is taken: what had expired is good again with a later day. */
  'vouchers.change': command('invoices.write', model.VoucherChange, model.Voucher),
  'vouchers.block': command('invoices.write', z.strictObject({ id, blocked: z.boolean() }), model.Voucher),
  /** Takes what has expired off the books: of one voucher, or of all. Nothing expires by itself there. */
  'vouchers.writeOff': command('invoices.write', z.strictObject({ id: id.nullable() }), z.strictObject({ vouchers: z.int() })),

  /** What the shop still owes for what it has sold, by the year of the sale. */
  'vouchers.outstanding': report('invoices.read', z.strictObject({}), z.array(model.Outstanding)),
  /** Whether every balance is the sum of its entries, within what was sold, and every payment has its entry. */
  'vouchers.verify': report(
    'invoices.read',
    z.strictObject({}),
    z.strictObject({ vouchers: z.int(), broken: z.array(z.strictObject({ id: z.int(), fault: model.VoucherFault })) }),
  ),
  'vouchers.pdf': job('invoices.read', Id.extend({ out: FileToken }), z.strictObject({ pages: z.int() })),
  /** Every voucher, a line each. */
  'exports.vouchers': job('invoices.read', model.VoucherFilter.extend({ out: FileToken }), z.strictObject({ rows: z.int() })),
}
