import { rmSync } from 'node:fs'
import { contentPath } from '../attachments/store.ts'
import { catalogueOf } from '../backups/catalogue.ts'
import { partsOfId } from '../backups/identify.ts'
import { filesIn } from '../backups/list.ts'
import type { Connection } from '../db/open.ts'

/**
 * Removes the files of attachments that were deleted for good, once no backup of the data folder is old enough to need them: these
 * share `files/` with the shop. At an opening, when nobody is attaching anything.
 */
export async function removeForgotten({ db, dataFolder }: Connection) {
  if (dataFolder === null) return
  const needed = oldestNeeded(dataFolder)
  if (needed === null) return
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

/** When the oldest backup was made; sorts after every moment where there is none. null where one lies there of which that is not known. */
function oldestNeeded(dataFolder: string) {
  const here = catalogueOf(dataFolder).entries.filter(({ id }) => partsOfId(id).place === null)
  const known = new Set(here.map(({ id }) => id))
  if (filesIn(dataFolder, null).some(({ id }) => !known.has(id))) return null
  return here.reduce((oldest, { manifest }) => (manifest.madeAt < oldest ? manifest.madeAt : oldest), '9999')
}
