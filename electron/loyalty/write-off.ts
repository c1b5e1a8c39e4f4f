import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { stampOf } from './lots.ts'
import { writeOff } from './queries.ts'
import { releaseAllOf } from './held-points.ts'

/**
 * Whoever was to be deleted for good, and stays for the books alone, claims nothing any more: the shop owes them no points, also none
 * that were reserved.
 */
export async function writeOffPoints(context: JobContext, contactIds: readonly number[]) {
  const note = textIn((await settingsOf(context.db)).language, 'loyalty.writtenOff')
  context.describe('pointsWrittenOff', { count: contactIds.length })
  await context.transaction(async () => {
    const facts = { ...(await stampOf(context)), note, user: context.session.user }
    for (const id of contactIds) {
      await releaseAllOf(context, id)
      await writeOff(context.db, facts, id).execute()
    }
  })
}
