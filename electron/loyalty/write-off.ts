import type { Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { momentOf } from './lots.ts'
import { writeOff } from './queries.ts'

/** Whoever was to be deleted for good, and stays for the books alone, claims nothing any more: the shop owes them no points. */
export async function writeOffPoints(context: Pick<Context, 'db' | 'now' | 'session'>, contactId: number) {
  const { db, session } = context
  const note = textIn((await settingsOf(db)).language, 'loyalty.writtenOff')
  await writeOff(db, { ...(await momentOf(context)), note, user: session.user }, contactId).execute()
}
