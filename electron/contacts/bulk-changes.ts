import type { Selection } from '../../shared/contacts/model.ts'
import type { JobContext } from '../handlers.ts'
import * as queries from './queries.ts'
import { tagIds } from './tags.ts'

const contactsAtOnce = 1000

export async function trashMany({ selection }: { selection: Selection }, context: JobContext) {
  const trashedAt = context.now().toISOString()
  const contacts = await inSteps(selection, context, async ids => {
    const { numUpdatedRows } = await queries.trash(context.db, ids, trashedAt).executeTakeFirst()
    return Number(numUpdatedRows)
  })
  context.describe('contactsTrashed', { count: contacts, name: '' })
  return { contacts }
}

type TagChange = { selection: Selection; tag: string; action: 'add' | 'remove' }

export async function tagMany({ selection, tag, action }: TagChange, context: JobContext) {
  const contacts = await inSteps(selection, context, async ids => {
    const [id] = await tagIds(context.db, [tag])
    const query = action === 'add' ? queries.tagMany(context.db, ids, id!) : queries.untagMany(context.db, ids, id!)
    const result = await query.executeTakeFirst()
    return Number('numDeletedRows' in result ? result.numDeletedRows : result.numInsertedOrUpdatedRows)
  })
  context.describe(action === 'add' ? 'contactsTagged' : 'contactsUntagged', { count: contacts, tag })
  return { contacts }
}

async function inSteps(selection: Selection, context: JobContext, step: (ids: number[]) => Promise<number>) {
  const ids = await idsOf(selection, context)
  let changed = 0
  for (let done = 0; done < ids.length; done += contactsAtOnce) {
    context.checkCancelled()
    changed += await context.transaction(() => step([...ids.slice(done, done + contactsAtOnce)]))
    context.progress({ done: Math.min(done + contactsAtOnce, ids.length), total: ids.length, perSecond: null })
  }
  return changed
}

const idsOf = async (
  selection: Selection,
  context: JobContext,
): Promise<ArrayLike<number> & { slice(from: number, to: number): Iterable<number> }> =>
  'ids' in selection ? selection.ids : context.lists.order({ ...selection.filter, sort: 'name', descending: false })
