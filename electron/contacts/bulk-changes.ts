import type { Selection } from '../../shared/contacts/model.ts'
import { fold } from '../../shared/text.ts'
import type { JobContext } from '../handlers.ts'
import { counted } from './find.ts'
import * as queries from './queries.ts'
import { tagIds } from './tags.ts'

const contactsAtOnce = 1000

export async function trashMany({ selection }: { selection: Selection }, context: JobContext) {
  const { db } = context
  const trashedAt = context.now().toISOString()
  let last: number[] = []
  const contacts = await inSteps(await idsOf(selection, context), context, async some => {
    const changed = await queries.trash(db, some, trashedAt).execute()
    if (changed.length > 0) last = changed.map(({ id }) => id)
    return changed.length
  })
  context.describe('contactsTrashed', contacts === 1 ? await counted(db, last) : { count: contacts, name: '' })
  return { contacts }
}

type TagChange = { selection: Selection; tag: string; action: 'add' | 'remove' }

export async function tagMany({ selection, tag, action }: TagChange, context: JobContext) {
  const contacts = await inSteps(await idsOf(selection, context), context, some =>
    action === 'add' ? addTag(context, some, tag) : removeTag(context, some, tag),
  )
  context.describe(action === 'add' ? 'contactsTagged' : 'contactsUntagged', { count: contacts, tag })
  return { contacts }
}

async function addTag({ db }: JobContext, ids: readonly number[], name: string) {
  const [tagId] = await tagIds(db, [name])
  const { numInsertedOrUpdatedRows } = await queries.tagMany(db, ids, tagId!).executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

async function removeTag({ db }: JobContext, ids: readonly number[], name: string) {
  const tag = await queries.tagByFoldedName(db, fold(name)).executeTakeFirst()
  if (!tag) return 0
  return Number((await queries.untagMany(db, ids, tag.id).executeTakeFirst()).numDeletedRows)
}

async function inSteps(ids: readonly number[], context: JobContext, step: (ids: number[]) => Promise<number>) {
  let changed = 0
  for (let done = 0; done < ids.length; done += contactsAtOnce) {
    context.checkCancelled()
    changed += await context.transaction(() => step(ids.slice(done, done + contactsAtOnce)))
    context.progress({ done: Math.min(done + contactsAtOnce, ids.length), total: ids.length, perSecond: null })
  }
  return changed
}

/** In the order of the list; also for other work on many contacts. */
export const idsOf = async (selection: Selection, { lists }: JobContext): Promise<readonly number[]> =>
  'ids' in selection ? selection.ids : [...(await lists.order({ ...selection.filter, sort: 'name', descending: false }))]
