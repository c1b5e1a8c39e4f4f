import type { Understood } from '../../shared/tasks/model.ts'
import { readSentence } from '../../shared/tasks/words/read.ts'
import { fold, words } from '../../shared/text.ts'
import { searchLines } from '../contacts/list.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { staffOf } from '../staff/find.ts'
import { wallOf } from './find.ts'

/** As many as somebody can choose from at a glance. */
const candidatesAtMost = 6

export async function understand(db: Db, text: string, at: Date): Promise<Understood> {
  const [{ language }, { now }] = [await settingsOf(db), await wallOf(db, at)]
  const staff = (await staffOf(db)).filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name }))
  const { phrases, ...sentence } = readSentence(text, { now, language, staff })
  const found = await peopleNamed(db, phrases)
  return { ...sentence, contact: found.length === 1 ? found[0]! : null, candidates: found.length > 1 ? found : [] }
}

/** The first words that are somebody's name decide: the longest, so that Anna Petersen is not every Anna. */
async function peopleNamed(db: Db, phrases: readonly string[]) {
  for (const phrase of phrases) {
    const found = (await searchLines(db, phrase, 20)).filter(({ name, organization }) => isNamed(`${name} ${organization}`, phrase))
    if (found.length > 0) return found.slice(0, candidatesAtMost).map(({ id, name }) => ({ id, name }))
  }
  return []
}

/** Each word begins one of the name: a tag or a town of the same name is nobody. */
function isNamed(name: string, phrase: string) {
  const parts = words(name)
  return words(fold(phrase)).every(word => parts.some(part => part.startsWith(word)))
}
