import type { WantedBackup } from '../../shared/backups/contract.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { find } from '../contacts/find.ts'
import { openFile, saltOf } from '../db/file.ts'
import { knowLetters } from '../db/letters.ts'
import { migrate } from '../db/migrate.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { JobContext } from '../handlers.ts'
import { giveKey } from '../vault/rewrite.ts'
import { bringBack, type Brought } from './bring-back.ts'
import { bringContents } from './contents.ts'
import { withDatabase } from './proof.ts'
import * as queries from './queries.ts'
import * as pastQueries from './past-queries.ts'
import { whileUnpacked, type Unpacked } from './verify.ts'
import { wantedFile } from './wanted.ts'

/** Nobody reads further than this: a part of the name finds the others. */
const mostShown = 200

export const pastContacts = ({ text, ...wanted }: WantedBackup & { text: string }, context: JobContext) =>
  whilePast(wanted, context, async () => (await pastQueries.differing(context.db, text, mostShown)).rows)

/** One operation, which can be taken back as a whole. */
export const bringContactsBack = ({ contacts, ...wanted }: WantedBackup & { contacts: readonly number[] }, context: JobContext) =>
  whilePast(wanted, context, async (unpacked, folder) => {
    const brought: Brought = { contacts: 0, visits: 0, entries: 0, files: 0 }
    const ids: number[] = []
    for (const pastId of contacts) {
      context.checkCancelled()
      const id = await context.transaction(() => bringBack(context.db, pastId, context.now().toISOString(), brought))
      if (id !== null) ids.push(id)
      context.progress({ done: ids.length, total: contacts.length, perSecond: null })
    }
    const missingFiles = await bringFiles(unpacked, folder, context)
    if (ids.length === 0) throw new AppError('conflict', 'nobodyToBringBack')
    const name = displayName(await find(context.db, ids[0]!))
    context.describe('contactsBroughtBack', { name, count: ids.length }, ids.length === 1 ? ids[0] : undefined)
    return { ...brought, ids, missingFiles }
  })

async function bringFiles({ database, filesKey }: Unpacked, folder: string, { dataFolder }: JobContext) {
  const contents = await withDatabase(database, (_, db) => queries.contents(db).execute())
  return bringContents(folder, dataFolder!, contents, filesKey)
}

/** The backup lies beside today's data, readable as `past`, in the form that today's has. */
async function whilePast<T>(wanted: WantedBackup, context: JobContext, work: (unpacked: Unpacked, folder: string) => Promise<T>) {
  const { sqlite, now, checkCancelled } = context
  const dataFolder = ownFolder(context)
  const file = wantedFile(wanted, context, dataFolder)
  return whileUnpacked(dataFolder, file, { now, advance: checkCancelled }, async unpacked => {
    bringUpToDate(unpacked.database)
    // One library reads both: what is attached has the key of what it is attached to.
    if (saltOf(unpacked.database) !== saltOf(sqlite.name)) giveKey(unpacked.database, saltOf(sqlite.name))
    sqlite.prepare('attach ? as past').run(unpacked.database)
    try {
      return await work(unpacked, file.folder)
    } finally {
      sqlite.exec('detach past')
    }
  })
}

function bringUpToDate(file: string) {
  const sqlite = openFile(file)
  try {
    knowLetters(sqlite)
    migrate(sqlite)
  } finally {
    sqlite.close()
  }
}
