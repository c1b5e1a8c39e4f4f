import type { Database } from 'better-sqlite3'
import { isAbout, mayBeAbout, namesAgree, sharesEmail, sharesPhone, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import type { Intake, Staged } from './staged-rows.ts'
import type { openStored, Stored } from './stored.ts'
import { survivorOf, type TrashedContacts } from './trashed.ts'

export type Candidate = Stored | { position: number; person: Person }
/** Who a row is about: somebody who is there, or lies in the trash, or one of several who cannot be told apart. */
export type Found = { person: Person; there: readonly Candidate[]; trashed: Stored | null; isAmbiguous: boolean }
type Options = Pick<ImportRun, 'matchBy' | 'onTrashed'>

export function createFinder(
  sqlite: Database,
  stored: ReturnType<typeof openStored>,
  trash: TrashedContacts | null,
  { matchBy, onTrashed }: Options,
) {
  const survivor = survivorOf(sqlite)
  const shares = matchBy === 'email' ? sharesEmail : sharesPhone
  const isThere = (row: Person, known: Candidate) =>
    isAbout(row, known.person) || ('id' in known && mayBeAbout(row, known.person) && stored.isAlone(known))
  /** Rows of one file that share a key are one person only where their names agree. */
  const hasKey = (row: Person, known: Candidate) =>
    shares(row, known.person) && (('id' in known && stored.wasThere(known)) || namesAgree(row, known.person))
  const usesKey = ({ emails, phones }: Person) => (matchBy === 'email' && emails.length > 0) || (matchBy === 'phone' && phones.length > 0)

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

  return (position: number, own: Float64Array, lacks: boolean, staged: Staged, intake: Intake): Found | null => {
    const name = matchBy === 'usual' ? staged.nameAt(position) : null
    const waiting = staged
      .sharing(own, position, intake)
      .filter(other => name === null || namesAgree({ sortName: name }, { sortName: staged.nameAt(other) }))
    const known = stored.withKeys(own, name)
    const hidden = trash?.mayHave(own) ?? false
    if (waiting.length + known.length === 0 && !lacks && !hidden) return null
    const person = staged.personAt(position)
    const all: Candidate[] = [...known, ...waiting.map(position => ({ position, person: staged.personAt(position) }))]
    const candidates = all.length === 0 && lacks ? stored.withName(person) : all
    const there = usesKey(person) ? byKey(person, candidates) : candidates.filter(candidate => isThere(person, candidate))
    const isAmbiguous = usesKey(person) && there.length > 1 && !namesAgree(person, there[0]!.person)
    if (there.length > 0) return { person, there: isAmbiguous ? [] : there, trashed: null, isAmbiguous }
    const gone = hidden ? amongTrashed(person, own) : null
    if (gone?.isFormer) return { person, there: [gone], trashed: null, isAmbiguous }
    return { person, there, trashed: gone, isAmbiguous }
  }
}
