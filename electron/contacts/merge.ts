import { mergeable, unite, type Mergeable } from '../../shared/contacts/merging.ts'
import type { MergeWanted } from '../../shared/contacts/merge-model.ts'
import type { Contact } from '../../shared/contacts/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { find, findItself } from './find.ts'
import * as mergeQueries from './merge-queries.ts'
import * as queries from './queries.ts'
import { moveReferences } from './references.ts'
import { toRow, withE164 } from './rows.ts'
import { setTags } from './tags.ts'

/** One operation: values unite, what points at the others moves, and the others are hidden as they were. */
export async function merge({ survivorId, loserIds, fields }: MergeWanted, { db, now, describe }: CommandContext): Promise<Contact> {
  const survivor = await find(db, survivorId)
  const { phones, ...chosen } = fields
  const country = (await settingsOf(db)).country
  const wanted: Partial<Mergeable> = phones ? { ...chosen, phones: withE164(phones, country) } : chosen
  const others = await othersOf(db, survivor, loserIds)
  await mergeInto(db, survivor.id, others, wanted, now().toISOString())
  describe('contactsMerged', { name: displayName(survivor), count: others.length }, survivor.id)
  return find(db, survivor.id)
}

/** `wanted` are values that were chosen; the rest is united by rule. */
export async function mergeInto(db: Db, survivorId: number, others: readonly Contact[], wanted: Partial<Mergeable>, at: string) {
  for (const other of others) await mergeOne(db, survivorId, other, wanted, at)
}

async function othersOf(db: Db, survivor: Contact, ids: readonly number[]) {
  if (survivor.trashedAt !== null) throw new AppError('conflict', 'mergeTrashed', { name: displayName(survivor) })
  const others: Contact[] = []
  for (const id of new Set(ids)) others.push(refuseUnfit(survivor, await find(db, id)))
  if (new Set(others.map(({ id }) => id)).size < others.length) throw new AppError('invalid', 'mergeWithItself')
  return others
}

function refuseUnfit(survivor: Contact, other: Contact) {
  const [name, otherName] = [displayName(survivor), displayName(other)]
  if (other.id === survivor.id) throw new AppError('invalid', 'mergeWithItself')
  if (other.trashedAt !== null) throw new AppError('conflict', 'mergeTrashed', { name: otherName })
  if (other.kind !== survivor.kind) {
    const [company, person] = survivor.kind === 'company' ? [name, otherName] : [otherName, name]
    throw new AppError('conflict', 'mergeKinds', { name: company, other: person })
  }
  return other
}

async function mergeOne(db: Db, survivorId: number, other: Contact, wanted: Partial<Mergeable>, at: string) {
  const before = mergeable(await find(db, survivorId))
  const after = { ...unite(before, mergeable(other)), ...wanted }
  await write(db, survivorId, after, at)
  await mergeQueries.hide(db, other.id, survivorId, at).execute()
  const merged = { before: JSON.stringify(before), after: JSON.stringify(mergeable(await find(db, survivorId))) }
  const moved = JSON.stringify(await moveReferences(db, other.id, survivorId))
  await mergeQueries.insert(db, { survivorId, loserId: other.id, at, ...merged, moved }).execute()
}

export async function write(db: Db, id: number, fields: Mergeable, changedAt: string) {
  await queries.update(db, id, { ...toRow(fields), blockedAt: fields.blockedAt, changedAt }).execute()
  await setTags(db, id, fields.tags)
}

export async function standingMerges(db: Db, id: number) {
  const merges = await mergeQueries.standing(db, id).execute()
  return Promise.all(merges.map(async ({ loserId, at }) => ({ id: loserId, name: displayName(await findItself(db, loserId)), at })))
}
