import { prepareSecret } from '../backups/settings.ts'
import { swapPrepared } from '../backups/swap.ts'
import { headOf } from '../db/file.ts'
import { keyOf } from '../db/keys.ts'
import { databaseFile } from '../db/open.ts'
import { doneAside } from '../jobs/aside.ts'
import { hasKeychain } from '../secrets.ts'
import { keepKey } from './kept.ts'
import { changeNote, noteKey, vaultNote } from './note.ts'

/**
 * Gives the database the key that was wished for, or none, on a thread of its own while nobody has it open. A wish is tried once:
 * whoever is killed meanwhile finds the database as it was, or as it was wished, and nothing half done.
 */
export async function fulfilWish(dataFolder: string, workerFile: URL) {
  const { wish, kept } = vaultNote(dataFolder)
  if (wish === null) return
  changeNote(dataFolder, { wish: null, failure: null })
  const { salt } = headOf(databaseFile(dataFolder))
  if ([salt, wish.salt].some(needed => needed !== null && keyOf(needed) === null)) return
  prepareSecret(dataFolder, wish.salt)
  const failure = await rewritten(dataFolder, workerFile, wish.salt)
  if (failure) return changeNote(dataFolder, { failure })
  swapPrepared(dataFolder)
  noteKey(dataFolder)
  // A browser or a terminal cannot ask the system to keep what the window had it keep: the new one is asked for.
  if (kept !== null && hasKeychain()) keepKey(dataFolder, wish.salt !== null)
}

async function rewritten(dataFolder: string, workerFile: URL, salt: string | null) {
  const { result } = await doneAside(workerFile, dataFolder, { name: 'vault.rewrite', call: null, input: { salt } })
  if (result.ok) return null
  const { code, reason, params } = result
  return { code, reason, params }
}
