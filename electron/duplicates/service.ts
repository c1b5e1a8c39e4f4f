import type { duplicatesContract } from '../../shared/duplicates/contract.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { check } from './check.ts'
import { groupsOf, shownGroups } from './groups.ts'
import { knownOf } from './knowledge.ts'
import { mergeCertain } from './merge-certain.ts'
import * as queries from './queries.ts'
import { scan } from './scan.ts'

export const duplicateHandlers: Handlers<typeof duplicatesContract> = {
  'duplicates.check': (draft, { db }) => check(draft, db),
  'duplicates.scan': scan,
  'duplicates.groups': (wanted, { db }) => groupsOf(db, wanted),
  'duplicates.mergeCertain': mergeCertain,
  'duplicates.dismiss': ({ ids }, context) =>
    dismiss(
      [...new Set(ids)].sort((a, b) => a - b),
      context,
    ),
  'duplicates.state': (_input, { db }) => stateOf(db),
}

async function dismiss(ids: readonly number[], { db, now, describe }: CommandContext) {
  const first = await find(db, ids[0]!)
  for (const id of ids.slice(1)) await find(db, id)
  const at = now().toISOString()
  let pairs = 0
  for (const [index, a] of ids.entries()) {
    for (const b of ids.slice(index + 1)) if (await queries.dismiss(db, a, b, at).executeTakeFirst()) pairs++
  }
  describe('duplicatesDismissed', { name: displayName(first), count: ids.length - 1 }, ids[0])
  return { pairs }
}

const countedUpTo = 10_000

export async function stateOf(db: Db) {
  const scan = await queries.lastScan(db).executeTakeFirst()
  if (!scan) return { scannedAt: null, contacts: 0, groups: 0, certain: 0, changedSince: 0 }
  const known = await knownOf(db)
  const counted = async (certain: true | null) => {
    const which = await shownGroups(db, known, certain)
    return which ? (await queries.countGroups(db, which).executeTakeFirstOrThrow()).groups : 0
  }
  const { contacts: changedSince } = await queries.changedSince(db, scan.startedAt, countedUpTo).executeTakeFirstOrThrow()
  return { scannedAt: scan.startedAt, contacts: scan.contacts, groups: await counted(null), certain: await counted(true), changedSince }
}
