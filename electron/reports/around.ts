import { weekStartOf } from '../../shared/reports/periods.ts'
import { clockIn } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import type { Around } from './definition.ts'

export async function aroundOf({ db, now }: { db: Db; now: () => Date }): Promise<Around> {
  const settings = await settingsOf(db)
  const clock = clockIn(settings.zone)
  return {
    ...{
      db,
      shop: db,
      clients: null,
      settings,
      clock,
      now: now(),
      today: clock.dayOf(now().getTime()),
      weekStart: weekStartOf(settings.country),
    },
    say: (key, params) => textIn(settings.language, `reports.${key}`, params),
  }
}
