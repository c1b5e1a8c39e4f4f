import type { NewContact, Phone } from '../../shared/contacts/model.ts'
import { emailKey, phoneKey } from '../../shared/contacts/rules.ts'
import { compare, newComparison } from '../../shared/duplicates/compare.ts'
import { decide, isWorthMentioning } from '../../shared/duplicates/decide.ts'
import { shownProbability } from '../../shared/duplicates/knowledge.ts'
import type { Match } from '../../shared/duplicates/model.ts'
import { profileOf, type Described } from '../../shared/duplicates/profile.ts'
import { reasonsFor } from '../../shared/duplicates/reasons.ts'
import { soughtWords } from '../../shared/duplicates/sought.ts'
import { createVocabulary } from '../../shared/duplicates/vocabulary.ts'
import { linesOf } from '../contacts/list.ts'
import { withE164 } from '../contacts/rows.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { toDescribed } from './described.ts'
import { knownOf } from './knowledge.ts'
import * as queries from './queries.ts'

const shownAtMost = 5
const perKey = 20
const comparedAtMost = 150

type Draft = NewContact & { id?: number | undefined }

/** Who is there already that a contact being typed may be. */
export async function check(draft: Draft, db: Db): Promise<Match[]> {
  const typed = { ...draft, phones: withE164(draft.phones, (await settingsOf(db)).country) }
  const ids = await candidates(db, typed)
  ids.delete(draft.id ?? 0)
  if (ids.size === 0) return []
  const { knowledge, shares } = await knownOf(db)
  const words = createVocabulary()
  const profile = profileOf(typed, words)
  const found = (await queries.contactsByIds(db, [...ids].slice(0, comparedAtMost)).execute()).flatMap(row => {
    const described = toDescribed(row)
    const other = profileOf(described, words)
    const comparison = newComparison()
    compare(profile, other, shares, comparison)
    const decision = decide(profile, other, comparison, knowledge.model)
    return isWorthMentioning(decision, comparison) ? [{ id: row.id, described, decision, levels: comparison.levels }] : []
  })
  const best = found.sort((a, b) => b.decision.strength - a.decision.strength).slice(0, shownAtMost)
  const lines = new Map(
    (
      await linesOf(
        db,
        best.map(({ id }) => id),
      )
    ).map(line => [line.id, line]),
  )
  return best.map(({ id, described, decision, levels }) => ({
    contact: lines.get(id)!,
    probability: shownProbability(decision.probability, knowledge),
    certain: decision.isCertain,
    reasons: reasonsFor(typed, described, levels),
  }))
}

/** By the look-up keys, and by the words of the search: the same indexes as everywhere, always up to date. */
async function candidates(db: Db, typed: Described & { phones: readonly Phone[] }) {
  const ids = new Set<number>()
  const keys = [...typed.emails.map(({ address }) => emailKey(address)), ...typed.phones.map(phoneKey)]
  if (keys.length > 0) for (const { id } of await queries.withKeys(db, keys, perKey * 2).execute()) ids.add(id)
  for (const { match, atMost } of soughtWords(typed)) {
    if (ids.size >= comparedAtMost) break
    for (const { id } of await queries.withWords(db, match, atMost).execute()) ids.add(id)
  }
  return ids
}
