import type { Database } from 'better-sqlite3'
import { compare, newComparison } from '../../shared/duplicates/compare.ts'
import { decide } from '../../shared/duplicates/decide.ts'
import { profileOf } from '../../shared/duplicates/profile.ts'
import { soughtWords } from '../../shared/duplicates/sought.ts'
import { createVocabulary } from '../../shared/duplicates/vocabulary.ts'
import type { Person } from '../../shared/imports/match.ts'
import type { Known } from '../duplicates/knowledge.ts'
import type { openStored, Stored } from './stored.ts'

const comparedAtMost = 60

/** Who is the same beyond doubt, by the matcher that looks for duplicates: also where a name is spelled otherwise. */
export function createAlike(sqlite: Database, stored: ReturnType<typeof openStored>, { knowledge, shares }: Known) {
  const withWords = sqlite.prepare<[string, number], number>('select rowid from contactSearch where contactSearch match ? limit ?').pluck()
  const comparison = newComparison()

  function isSame(words: ReturnType<typeof createVocabulary>, row: ReturnType<typeof profileOf>, { person }: Stored) {
    const known = profileOf(person, words)
    compare(row, known, shares, comparison)
    return decide(row, known, comparison, knowledge.model).isCertain
  }

  /** `sharing` have a key in common; the rest is looked for by words. */
  return (person: Person, sharing: readonly Stored[]): Stored[] => {
    const found = new Map(sharing.map(known => [known.id, known]))
    for (const { match, atMost } of soughtWords(person)) {
      if (found.size >= comparedAtMost) break
      for (const id of withWords.all(match, atMost)) {
        const known = found.has(id) ? null : stored.withId(id)
        if (known && stored.wasThere(known)) found.set(id, known)
      }
    }
    const words = createVocabulary()
    const row = profileOf(person, words)
    return [...found.values()].filter(known => isSame(words, row, known))
  }
}
export type Alike = ReturnType<typeof createAlike>
