import { VoucherSettings } from '../../shared/vouchers/model.ts'
import type { ShopSettings } from '../../shared/settings/model.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import * as stored from '../settings/queries.ts'

const name = 'vouchers'

/** German law lets them lapse after three years, counted from the end of the year; others want more, or forbid it. */
const defaultsFor = ({ country }: ShopSettings): VoucherSettings => ({
  ...{ years: country === 'DE' ? 3 : null, toEndOfYear: true },
  amounts: [2500, 5000, 7500, 10_000],
})

export async function voucherSettingsOf(db: Db): Promise<VoucherSettings> {
  const shop = await settingsOf(db)
  return VoucherSettings.parse({ ...defaultsFor(shop), ...(await storedIn(db)) })
}

/** What the shop has never set keeps following the defaults. */
export async function changeVoucherSettings(db: Db, changes: Partial<VoucherSettings>) {
  const value = JSON.stringify({ ...(await storedIn(db)), ...changes })
  await stored.put(db, 'setting', [{ name, value }]).execute()
  return voucherSettingsOf(db)
}

async function storedIn(db: Db) {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return row && (JSON.parse(row.value) as object)
}
