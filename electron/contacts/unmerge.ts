import type { Selectable } from 'kysely'
import type { Unmerged } from '../../shared/contacts/merge-model.ts'
import { changedSince, mergeable, withoutMerge, type Fields, type Merged } from '../../shared/contacts/merging.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { ContactMergeTable } from '../db/schema-contacts.ts'
import { dismiss } from '../duplicates/queries.ts'
import type { CommandContext } from '../handlers.ts'
import { find, findItself } from './find.ts'
import { write } from './merge.ts'
import * as mergeQueries from './merge-queries.ts'
import { moveBack, type Moved } from './references.ts'

type Merge = Selectable<ContactMergeTable>

/**
 * The contact comes back with what was its own; what came to the survivor since stays there. Whoever parts two says that they are
 * not the same: no search suggests them again.
 */
export async function unmerge({ id }: { id: number }, { db, now, describe }: CommandContext): Promise<Unmerged> {
  const merge = await mergeQueries.standingOf(db, id).executeTakeFirst()
  if (!merge) throw new AppError('notFound', 'mergeGone')
  const survivor = await findItself(db, merge.survivorId)
  const outer = await find(db, merge.survivorId)
  if (outer.id !== survivor.id)
    throw new AppError('conflict', 'unmergeOuterFirst', { name: displayName(survivor), into: displayName(outer) })

  const stayed = changedSince(mergeable(survivor), mergedOf(merge))
  const at = now().toISOString()
  await write(db, survivor.id, withoutMerge(mergeable(survivor), mergedOf(merge), await forgetIn(db, merge)), at)
  await mergeQueries.showAgain(db, id).execute()
  await mergeQueries.markUnmerged(db, merge.id, at).execute()
  // Written by merge only.
  await moveBack(db, JSON.parse(merge.moved) as Moved[], survivor.id, id)
  await dismiss(db, Math.min(id, survivor.id), Math.max(id, survivor.id), at).executeTakeFirst()
  const contact = await findItself(db, id)
  describe('contactUnmerged', { name: displayName(contact), survivor: displayName(survivor) }, id)
  return { contact, survivor: await find(db, survivor.id), stayed }
}

/** The other merges into the same contact are kept as if this one had never been; answers with what those others have. */
async function forgetIn(db: Db, merge: Merge) {
  const stay: Fields[] = []
  for (const other of await mergeQueries.standing(db, merge.survivorId).execute()) {
    if (other.id === merge.id) continue
    const { before, after } = mergedOf(other)
    const without = (state: Fields) => JSON.stringify(withoutMerge(state, mergedOf(merge), stay))
    const rewritten = without(before)
    stay.push(mergeable(await findItself(db, other.loserId)))
    if (other.id > merge.id) await mergeQueries.rewrite(db, other.id, rewritten, without(after)).execute()
  }
  return stay
}

// Written by merge and by the lines above only.
const mergedOf = ({ before, after }: Merge): Merged => ({ before: JSON.parse(before) as Fields, after: JSON.parse(after) as Fields })
