import type { Backup } from '../../shared/backups/model.ts'
import { saltOf } from '../db/file.ts'
import { keyOf } from '../db/keys.ts'
import { vaultNote } from '../vault/note.ts'
import { giveKey } from '../vault/rewrite.ts'
import { bringContents } from './contents.ts'
import { createBackup, type Making } from './create.ts'
import { withDatabase } from './proof.ts'
import * as queries from './queries.ts'
import { prepareSwap } from './swap.ts'
import { reading, whileUnpacked } from './verify.ts'
import type { WantedFile } from './wanted.ts'

type Restoring = Omit<Making, 'reason'> & { isDamaged: boolean }

/** The backup proves itself and today's data is backed up before anything moves; at the next opening they change places. */
export async function restoreBackup(wanted: WantedFile, restoring: Restoring) {
  const { dataFolder, now, isDamaged } = restoring
  let copy: Promise<Backup | null> | undefined
  const safetyCopy = () => (copy ??= isDamaged ? Promise.resolve(null) : copyFirst(restoring))
  const beside = { workerFile: restoring.workerFile, work: safetyCopy }
  return whileUnpacked(dataFolder, wanted, { now, advance: reading(restoring), beside }, async ({ entry, database, filesKey }) => {
    const contents = await withDatabase(database, async (_, db) =>
      (await queries.hasTable(db, 'attachment')) ? queries.contents(db).execute() : [],
    )
    const missingFiles = await bringContents(wanted.folder, dataFolder, contents, filesKey)
    const safety = await safetyCopy()
    takeTodaysKey(database, dataFolder)
    const at = now().toISOString()
    const { madeAt, counts } = entry.manifest
    prepareSwap(dataFolder, database, {
      at,
      from: madeAt,
      safety: safety?.id ?? null,
      keptIn: keptName(at),
      isKept: safety === null,
      missingFiles,
    })
    return { madeAt, counts, safety: safety?.id ?? null, missingFiles }
  })
}

/**
 * A shop that is encrypted stays so, by today's passphrase, whatever the backup was. Into one that is not, an encrypted backup brings
 * its own: what nobody was to read is not made readable by the way.
 */
function takeTodaysKey(database: string, dataFolder: string) {
  const today = vaultNote(dataFolder).sign?.salt
  if (today !== undefined && keyOf(today) !== null && saltOf(database) !== today) giveKey(database, today)
}

/** Where no backup can be made of today's data, because its books are broken or the disk is full, its files are kept as they are. */
async function copyFirst(restoring: Restoring) {
  try {
    // Beside how far the backup is read, which has come to its end, or comes to it, without this.
    return await createBackup({ ...restoring, reason: 'restore', progress: () => undefined })
  } catch {
    restoring.checkCancelled()
    return null
  }
}

/** What was replaced lies here, beside the backups. */
export const keptName = (at: string) => `replaced-${at.replace(/[:.]/g, '-')}`
