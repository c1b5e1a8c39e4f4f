import { DealSettings } from '../../shared/deals/model.ts'
import { defaultScoreRules } from '../../shared/deals/score.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'

const name = 'deals'
const usualReasons = ['price', 'competitor', 'noNeed', 'noAnswer', 'later', 'other'] as const

/** What the shop has never set keeps following the language. */
export async function dealSettingsOf(db: Db): Promise<DealSettings> {
  const { language } = await settingsOf(db)
  const lostReasons = usualReasons.map(reason => textIn(language, `deals.lostReasons.${reason}`))
  return DealSettings.parse({ lostReasons, monthlyGoal: null, score: defaultScoreRules, ...(await written(db)) })
}

export async function changeDealSettings(db: Db, changes: Partial<DealSettings>) {
  const value = JSON.stringify({ ...(await written(db)), ...changes })
  await stored.put(db, 'setting', [{ name, value }]).execute()
  return dealSettingsOf(db)
}

async function written(db: Db) {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return row ? (JSON.parse(row.value) as object) : {}
}
