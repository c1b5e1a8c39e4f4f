import { z } from 'zod'
import { command, query } from '../call.ts'
import { Preferences, ShopSettings } from './model.ts'

export const settingsContract = {
  'settings.get': query('settings.read', z.strictObject({}), ShopSettings),
  'settings.update': command('settings.write', ShopSettings.partial(), ShopSettings),
  'preferences.get': query('settings.read', z.strictObject({}), Preferences),
  'preferences.update': command('settings.read', Preferences.partial(), Preferences),
}
