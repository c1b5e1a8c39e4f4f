import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { Context, Handlers } from '../handlers.ts'
import type { VoucherFilter } from '../../shared/vouchers/model.ts'
import { block, change, writeOff } from './change.ts'
import { exportVouchers } from './export.ts'
import { asVouchers, withCode, withEntries } from './find.ts'
import { packageHandlers } from './packages.ts'
import { savePdf } from './paper.ts'
import * as queries from './queries.ts'
import { changeVoucherSettings, voucherSettingsOf } from './settings.ts'
import { verify } from './verify.ts'

export const voucherHandlers: Handlers<typeof vouchersContract> = {
  ...packageHandlers,
  'vouchers.settings': (_input, { db }) => voucherSettingsOf(db),
  'vouchers.changeSettings': async (changes, { db, describe }) => {
    describe('voucherSettingsChanged', {})
    return changeVoucherSettings(db, changes)
  },
  'vouchers.list': async ({ offset, limit, ...wanted }, context) => {
    const { db, now } = context
    const today = await todayOf(db, now())
    const ids = (await queries.listed(db, await asNow(wanted, context), today, { offset, limit }).execute()).map(({ id }) => id)
    return asVouchers(db, await queries.byIds(db, ids).execute(), today)
  },
  'vouchers.count': async (wanted, context) =>
    queries.count(context.db, await asNow(wanted, context), await todayOf(context.db, context.now())).executeTakeFirstOrThrow(),
  'vouchers.get': async ({ id }, { db, now }) => withEntries(db, id, await todayOf(db, now())),
  'vouchers.find': async ({ code }, { db, now }) => withCode(db, code, await todayOf(db, now())),
  'vouchers.change': change,
  'vouchers.block': block,
  'vouchers.writeOff': writeOff,
  'vouchers.outstanding': async (_input, { db }) => (await queries.outstanding(db).execute()).filter(({ vouchers }) => vouchers > 0),
  'vouchers.verify': verify,
  'vouchers.pdf': savePdf,
  'exports.vouchers': exportVouchers,
}

/** Of one who was merged into another: of that other. */
async function asNow(filter: VoucherFilter, { db }: Pick<Context, 'db'>): Promise<VoucherFilter> {
  return filter.contactId === null ? filter : { ...filter, contactId: (await find(db, filter.contactId)).id }
}
