import type { Database } from 'better-sqlite3'
import { isAbout, mayBeAbout, namesAgree, sharesEmail, sharesField, sharesPhone, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import type { Alike } from './alike.ts'
import type { OwnKeys } from './own-keys.ts'
import type { Intake, Staged } from './staged-rows.ts'
import type { openStored, Stored } from './stored.ts'
import { survivorOf, type TrashedContacts } from './trashed.ts'

export type Candidate = Stored | { position: number; person: Person }
/** Who a row is about: somebody who is there, or lies in the trash, or one of several who cannot be told apart. */
export type Found = { person: Person; there: readonly Candidate[]; trashed: Stored | null; isAmbiguous: boolean }
type Options = Pick<ImportRun, 'matchBy' | 'onTrashed'> & { keyField: number | null }
type Where = {
  stored: ReturnType<typeof openStored>
  trash: TrashedContacts | null
  ownKeys: OwnKeys | null
  /** Where the search for duplicates is to be asked, too. */
  alike: Alike | null
}

export function createFinder(sqlite: Database, { stored, trash, ownKeys, alike }: Where, { matchBy, onTrashed, keyField }: Options) {
  const survivor = survivorOf(sqlite)
  const { has: usesKey, shares } = keyOf(matchBy, keyField)
  const isThere = (row: Person, known: Candidate) =>
    isAbout(row, known.person) || ('id' in known && mayBeAbout(row, known.person) && stored.isAlone(known))
  /** Rows of one file that share a key are one person only where their names agree. */
  const hasKey = (row: Person, known: Candidate) =>
    shares(row, known.person) && (('id' in known && stored.wasThere(known)) || namesAgree(row, known.person))

  function amongTrashed(person: Person, own: Float64Array): Stored | null {
    const isMeant = usesKey(person) ? shares : isAbout
    const found = trash?.withKeys(own).filter(known => isMeant(person, known.person)) ?? []
    for (const { id, survivor: into } of found) {
      const living = into === null ? null : survivor(id, stored.withId)
      if (living) return living
    }
    return onTrashed === 'create' ? null : (found.find(known => known.survivor === null) ?? null)
  }

  function byKey(person: Person, candidates: readonly Candidate[]) {
    const there = candidates.filter(known => hasKey(person, known))
    const agreeing = there.filter(known => namesAgree(person, known.person))
    return agreeing.length > 0 ? agreeing : there
  }

  /** Whoever has no number of their own yet can be known by the rest. */
  function withoutNumber(person: Person, candidates: readonly Candidate[]) {
    return matchBy === 'column' ? candidates.filter(known => !usesKey(known.person) && isThere(person, known)) : []
  }

  function thereFor(person: Person, candidates: readonly Candidate[], known: readonly Stored[]): readonly Candidate[] {
    if (usesKey(person)) {
      const there = byKey(person, candidates)
      return there.length > 0 ? there : withoutNumber(person, candidates)
    }
    const there = candidates.filter(candidate => isThere(person, candidate))
    return there.length > 0 || !alike ? there : alike(person, known)
  }

  function knownBy(own: Float64Array, name: string | null) {
    const known = stored.withKeys(own, name)
    const more = ownKeys?.idsWith(own).filter(id => !known.some(other => other.id === id)) ?? []
    return [...known, ...more.flatMap(id => stored.withId(id) ?? [])]
  }

  return (position: number, own: Float64Array, lacks: boolean, staged: Staged, intake: Intake): Found | null => {
    const name = matchBy === 'usual' || matchBy === 'alike' ? staged.nameAt(position) : null
    const waiting = staged
      .sharing(own, position, intake)
      .filter(other => name === null || namesAgree({ sortName: name }, { sortName: staged.nameAt(other) }))
    const known = knownBy(own, matchBy === 'alike' ? null : name)
    const hidden = trash?.mayHave(own) ?? false
    if (waiting.length + known.length === 0 && !lacks && !hidden && !alike) return null
    const person = staged.personAt(position)
    const all: Candidate[] = [...known, ...waiting.map(position => ({ position, person: staged.personAt(position) }))]
    const candidates = all.length === 0 && lacks ? stored.withName(person) : all
    const there = thereFor(person, candidates, known)
    const isAmbiguous = usesKey(person) && there.length > 1 && !namesAgree(person, there[0]!.person)
    if (there.length > 0) return { person, there: isAmbiguous ? [] : there, trashed: null, isAmbiguous }
    const gone = hidden ? amongTrashed(person, own) : null
    if (gone?.isFormer) return { person, there: [gone], trashed: null, isAmbiguous }
    return { person, there, trashed: gone, isAmbiguous }
  }
}

type Key = { has(person: Person): boolean; shares(row: Person, known: Person): boolean }

/** What counts alone, for whoever has it. */
function keyOf(matchBy: ImportRun['matchBy'], keyField: number | null): Key {
  if (matchBy === 'email') return { has: ({ emails }) => emails.length > 0, shares: sharesEmail }
  if (matchBy === 'phone') return { has: ({ phones }) => phones.length > 0, shares: sharesPhone }
  if (keyField === null) return { has: () => false, shares: () => false }
  return { has: ({ custom }) => custom[keyField] !== undefined, shares: sharesField(keyField) }
}
