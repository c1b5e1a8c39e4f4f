import { betterSurvivor } from '../../shared/contacts/merging.ts'
import { find } from '../contacts/find.ts'
import { mergeInto } from '../contacts/merge.ts'
import type { JobContext } from '../handlers.ts'
import { groupsOf } from './groups.ts'

const groupsAtOnce = 100

/** One operation, so one Undo parts them all again. */
export async function mergeCertain(_input: object, context: JobContext) {
  const { db, now } = context
  const groups = await certainGroups(context)
  const at = now().toISOString()
  let contacts = 0
  for (const [index, ids] of groups.entries()) {
    context.checkCancelled()
    await context.transaction(async () => {
      const records = await Promise.all(ids.map(id => find(db, id)))
      const survivor = betterSurvivor(records)!
      await mergeInto(
        db,
        survivor.id,
        records.filter(({ id }) => id !== survivor.id),
        {},
        at,
      )
    })
    contacts += ids.length
    context.progress({ done: index + 1, total: groups.length, perSecond: null })
  }
  context.describe('certainDuplicatesMerged', { count: groups.length, contacts })
  return { groups: groups.length, contacts }
}

async function certainGroups({ db }: JobContext) {
  const found: number[][] = []
  for (;;) {
    const { total, groups } = await groupsOf(db, { certain: true, offset: found.length, limit: groupsAtOnce })
    found.push(...groups.map(({ contacts }) => contacts.map(({ id }) => id)))
    if (groups.length === 0 || found.length >= total) return found
  }
}
