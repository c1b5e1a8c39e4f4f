import type { Offer } from '../../shared/appointments/requests.ts'
import type { ShopSettings } from '../../shared/settings/model.ts'
import { clockIn, type Clock } from '../../shared/zone.ts'
import { servicesOf } from '../catalogue/find.ts'
import type { Db } from '../db/schema.ts'
import { resourcesOf } from '../resources/service.ts'
import { settingsOf } from '../settings/service.ts'
import { staffOf } from '../staff/find.ts'

/** What the shop has and wants, read once for a call. */
export type Shop = Readonly<{ settings: ShopSettings; clock: Clock; offer: Offer }>

export async function shopOf(db: Db): Promise<Shop> {
  const settings = await settingsOf(db)
  const [services, staff, resources] = [await servicesOf(db), await staffOf(db), await resourcesOf(db)]
  return { settings, clock: clockIn(settings.zone), offer: { services, staff, resources } }
}

/** The shop's clock alone. */
export const clockOf = async (db: Db) => clockIn((await settingsOf(db)).zone)
