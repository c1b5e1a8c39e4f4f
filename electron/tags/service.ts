import { AppError } from '../../shared/errors.ts'
import type { tagsContract } from '../../shared/tags/contract.ts'
import type { ColouredTag } from '../../shared/tags/model.ts'
import { fold } from '../../shared/text.ts'
import { tagByFoldedName, tagMany, untagMany } from '../contacts/queries.ts'
import type { Db } from '../db/schema.ts'
import { retag, untag } from '../deals/queries.ts'
import type { CommandContext, Handlers, JobContext } from '../handlers.ts'
import { followTag } from '../prices/queries.ts'
import * as queries from './queries.ts'

const contactsAtOnce = 1000

export const tagHandlers: Handlers<typeof tagsContract> = {
  'tags.list': (_input, { db }) => queries.all(db).execute(),
  'tags.update': change,

  'tags.merge': async ({ id, into }, context) => {
    if (id === into) throw new AppError('invalid', 'tagIntoItself')
    const [tag, other] = [await find(context.db, id), await find(context.db, into)]
    const contacts = await eachWith(id, context, async some => {
      await tagMany(context.db, some, into).execute()
      await untagMany(context.db, some, id).execute()
    })
    await context.transaction(async () => {
      await followTag(context.db, id, into).execute()
      await retag(context.db, id, into)
      await untag(context.db, id).execute()
    })
    context.describe('tagMerged', { tag: tag.name, into: other.name, count: contacts })
    return { contacts }
  },

  // The tag itself stays, as one that nobody has: what was taken from contacts can always come back.
  'tags.remove': async ({ id }, context) => {
    const tag = await find(context.db, id)
    const contacts = await eachWith(id, context, some => untagMany(context.db, some, id).execute())
    await context.transaction(() => untag(context.db, id).execute())
    context.describe('tagRemoved', { tag: tag.name, count: contacts })
    return { contacts }
  },
}

type Change = { id: number; name?: string; colour?: ColouredTag['colour'] }

async function change({ id, name, colour }: Change, { db, describe }: CommandContext) {
  const before = await find(db, id)
  const after = { ...before, ...(name === undefined ? {} : { name }), ...(colour === undefined ? {} : { colour }) }
  const other = await tagByFoldedName(db, fold(after.name)).executeTakeFirst()
  if (other && other.id !== id) throw new AppError('conflict', 'tagTaken', { name: other.name })
  if (after.name !== before.name || after.colour !== before.colour)
    await queries.update(db, id, { name: after.name, foldedName: fold(after.name), colour: after.colour }).execute()
  if (after.name === before.name) describe('tagColoured', { tag: after.name })
  else describe('tagRenamed', { tag: before.name, name: after.name })
  return after
}

async function find(db: Db, id: number): Promise<ColouredTag> {
  const tag = await queries.byId(db, id).executeTakeFirst()
  if (!tag) throw new AppError('notFound', 'tagGone')
  return tag
}

/** Step by step, so that others can write in between. Returns how many contacts there were. */
async function eachWith(
  tagId: number,
  { db, transaction, checkCancelled, progress }: JobContext,
  step: (ids: number[]) => Promise<unknown>,
) {
  let done = 0
  for (let last = 0; ;) {
    checkCancelled()
    const ids = await transaction(async () => {
      const some = (await queries.someWith(db, tagId, last, contactsAtOnce).execute()).map(({ contactId }) => contactId)
      if (some.length > 0) await step(some)
      return some
    })
    done += ids.length
    if (ids.length < contactsAtOnce) return done
    last = ids.at(-1)!
    progress({ done, total: null, perSecond: null })
  }
}
