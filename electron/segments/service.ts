import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { segmentsContract } from '../../shared/segments/contract.ts'
import type { Filter, Segment } from '../../shared/segments/model.ts'
import { problemsIn, remarksOn } from '../../shared/segments/rules.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import type { SegmentTable } from '../db/schema-contacts.ts'
import { fieldsOf } from '../fields/service.ts'
import type { CommandContext, Context, Handlers } from '../handlers.ts'
import { knownFor } from './known.ts'
import * as queries from './queries.ts'

export const segmentHandlers: Handlers<typeof segmentsContract> = {
  'segments.list': list,

  'segments.create': async ({ name, filter }, { db, now, describe }) => {
    await refuseTaken(db, name, null)
    await refuseProblems(db, filter)
    const at = now().toISOString()
    const row = { name, filter: JSON.stringify(filter), createdAt: at, changedAt: at }
    const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
    describe('segmentCreated', { name })
    return segmentOf(db, id)
  },

  'segments.update': change,

  'segments.remove': async ({ id }, { db, describe }) => {
    const { name } = await segmentOf(db, id)
    await queries.remove(db, id).execute()
    describe('segmentRemoved', { name })
    return null
  },

  'segments.counts': async (_input, { db, now }) => {
    const segments = await segmentsOf(db)
    const known = await knownFor(
      db,
      now(),
      segments.map(({ filter }) => filter),
    )
    const counts: { id: number; contacts: number }[] = []
    for (const { id, filter } of segments) {
      counts.push({ id, ...(await queries.count(db, filter, known).executeTakeFirstOrThrow()) })
    }
    return counts
  },
}

async function list(_input: object, { db }: Context) {
  const [segments, fields, tags] = [await segmentsOf(db), await fieldsOf(db), await queries.tags(db).execute()]
  const named = tags.map(({ id, name, isUsed }) => ({ id, name, isUsed: isUsed === 1 }))
  return segments.map(segment => ({ ...segment, remarks: remarksOn(segment.filter, fields, named) }))
}

type Change = { id: number; name?: string; filter?: Filter }

async function change({ id, name, filter }: Change, { db, now, describe }: CommandContext) {
  const before = await segmentOf(db, id)
  const after = { name: name ?? before.name, filter: JSON.stringify(filter ?? before.filter) }
  if (after.name !== before.name) await refuseTaken(db, after.name, id)
  const isOther = after.filter !== JSON.stringify(before.filter)
  if (filter && isOther) await refuseProblems(db, filter)
  if (isOther || after.name !== before.name) await queries.update(db, id, { ...after, changedAt: now().toISOString() }).execute()
  if (isOther) describe('segmentChanged', { name: after.name })
  else describe('segmentRenamed', { segment: before.name, name: after.name })
  return segmentOf(db, id)
}

async function refuseTaken(db: Db, name: string, own: number | null) {
  const other = (await queries.withName(db, fold(name)).execute()).find(({ id }) => id !== own)
  if (other) throw new AppError('conflict', 'segmentTaken', { name: other.name })
}

/** What makes no sense is not kept; a list may be asked for it all the same, and finds nobody. */
async function refuseProblems(db: Db, filter: Filter) {
  const problems = problemsIn(filter, await fieldsOf(db), await queries.tags(db).execute())
  const [first] = problems
  if (first) throw AppError.from({ code: 'invalid', reason: first.reason, params: first.params, problems })
}

export async function segmentOf(db: Db, id: number): Promise<Segment> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'segmentGone')
  return toSegment(row)
}

const segmentsOf = async (db: Db) => (await queries.all(db).execute()).map(toSegment)

// The filter was checked at the door when it was written.
const toSegment = ({ filter, ...row }: Selectable<SegmentTable>): Segment => ({ ...row, filter: JSON.parse(filter) as Segment['filter'] })
