import { clockIn } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from './service.ts'

/** The day on the shop's wall. */
export const todayOf = async (db: Db, now: Date) => clockIn((await settingsOf(db)).zone).dayOf(now.getTime())
