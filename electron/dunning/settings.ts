import { DunningSettings, dunningLevels, type DunningLevel, type LevelSettings } from '../../shared/dunning/model.ts'
import { languages } from '../../shared/settings/model.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'
import { textIn } from '../texts.ts'

const name = 'dunning'

const days: Readonly<Record<DunningLevel, number>> = { 1: 7, 2: 14, 3: 14 }

/** What the words of the letter stand for stays to be filled in. */
const marks = { name: '{name}', amount: '{amount}', day: '{day}' }

const levelDefaults = (level: DunningLevel): LevelSettings => ({
  ...{ days: days[level], fee: 0, payDays: 10 },
  words: Object.fromEntries(
    languages.map(language => [
      language,
      { title: textIn(language, `dunning.letter.title${level}`), text: textIn(language, `dunning.letter.text${level}`, marks) },
    ]),
  ) as LevelSettings['words'],
})

const defaults = () => ({ levels: dunningLevels.map(levelDefaults), interest: 0, interestFrom: 2, minimum: 0 })

export async function dunningOf(db: Db): Promise<DunningSettings> {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return DunningSettings.parse({ ...defaults(), ...(row && (JSON.parse(row.value) as object)) })
}

/** What the shop has never set keeps following the defaults. */
export async function changeDunning(db: Db, changes: Partial<DunningSettings>) {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  const value = JSON.stringify({ ...(row && (JSON.parse(row.value) as object)), ...changes })
  await stored.put(db, 'setting', [{ name, value }]).execute()
  return dunningOf(db)
}
