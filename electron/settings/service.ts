import type { settingsContract } from '../../shared/settings/contract.ts'
import { defaultPreferences, defaultSettings, Preferences, ShopSettings } from '../../shared/settings/model.ts'
import { systemZone } from '../../shared/time.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { adoptRates } from '../taxes/adopt.ts'
import * as queries from './queries.ts'

export const settingsHandlers: Handlers<typeof settingsContract> = {
  'settings.get': (_input, { db }) => settingsOf(db),

  'settings.update': async (changes, { db, now, describe }) => {
    const isNamedNow = 'businessName' in changes && !('businessName' in (await stored(db, 'setting')))
    await put(db, 'setting', { ...(await withoutZone(db)), ...changes })
    const shop = await settingsOf(db)
    // Where it is named the shop begins: it can write its first invoice.
    if (isNamedNow) await adoptRates(db, { ...shop, at: now().toISOString() })
    describe('settingsChanged', {})
    return shop
  },

  'preferences.get': (_input, { db }) => preferencesOf(db),

  'preferences.update': async (changes, { db }) => {
    await put(db, 'preference', changes)
    return preferencesOf(db)
  },
}

/** Nearly every call asks for them, and they hardly ever change: what was read from the same rows is not checked again. */
let lastRead: { rows: string; settings: ShopSettings } | null = null

export async function settingsOf(db: Db): Promise<ShopSettings> {
  const found = await queries.all(db, 'setting').execute()
  const rows = JSON.stringify(found)
  if (lastRead?.rows === rows) return lastRead.settings
  const settings = Shop.parse({ ...defaultSettings, ...read(found) })
  lastRead = { rows, settings }
  return settings
}

/** Beside the shop's own settings, features keep theirs in the same table. */
const Shop = ShopSettings.strip()

/** The first word about a shop says where it is, too: a PC that is carried elsewhere does not take the shop with it. */
const withoutZone = async (db: Db) => ('zone' in (await stored(db, 'setting')) ? {} : { zone: systemZone() })

const preferencesOf = async (db: Db) => Preferences.parse({ ...defaultPreferences, ...(await stored(db, 'preference')) })

const stored = async (db: Db, table: 'setting' | 'preference') => read(await queries.all(db, table).execute())

const read = (rows: readonly { name: string; value: string }[]) =>
  Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))

async function put(db: Db, table: 'setting' | 'preference', changes: object) {
  const values = Object.entries(changes).map(([name, value]) => ({ name, value: JSON.stringify(value) }))
  if (values.length > 0) await queries.put(db, table, values).execute()
}
