import { writeSheet } from '../backups/sheet.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { JobContext } from '../handlers.ts'
import { unlock } from './unlock.ts'

/** The passphrase itself is kept nowhere: whoever wants it on paper types it, and it has to be the right one. */
export async function saveSheet({ passphrase, out }: { passphrase: string; out: string }, context: JobContext) {
  await unlock(ownFolder(context), passphrase, context.now())
  return writeSheet('vault', passphrase, context.destination(out).path, context)
}
