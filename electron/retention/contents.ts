import { rmSync } from 'node:fs'
import { contentPath } from '../attachments/store.ts'
import { catalogueOf } from '../backups/catalogue.ts'
import { partsOfId } from '../backups/identify.ts'
import type { Connection } from '../db/open.ts'

/**
 * Removes the files of attachments that were deleted for good, once no backup of the data folder is old enough to need them: these
 * share `files/` with the shop. At an opening, when nobody is attaching anything.
 */
export async function removeForgotten({ db, dataFolder }: Connection) {
  if (dataFolder === null) return
  const needed = oldestBackup(dataFolder)
  const gone = await db
    .selectFrom('forgottenContent')
    .select('hash')
    .where('at', '<', needed)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment').select('id').whereRef('attachment.hash', '=', 'forgottenContent.hash'))),
    )
    .execute()
  for (const { hash } of gone) rmSync(contentPath(dataFolder, hash), { force: true })
  await db.deleteFrom('forgottenContent').where('at', '<', needed).execute()
}

/** Sorts after every moment where there is none. */
const oldestBackup = (dataFolder: string) =>
  catalogueOf(dataFolder)
    .entries.filter(({ id }) => partsOfId(id).place === null)
    .reduce((oldest, { manifest }) => (manifest.madeAt < oldest ? manifest.madeAt : oldest), '9999')
