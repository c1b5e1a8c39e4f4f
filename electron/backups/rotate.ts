import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { superfluous } from '../../shared/backups/rotation.ts'
import { groupedBy } from '../../shared/group.ts'
import { systemZone } from '../../shared/time.ts'
import { catalogueOf, changeCatalogue, type Entry } from './catalogue.ts'
import { partsOfId } from './identify.ts'
import { folderOfPlace } from './places.ts'
import { storedSettings } from './settings.ts'

/** Takes away what is no longer needed, of what this data folder has made itself. A place that is not there keeps what it has. */
export function rotate(dataFolder: string, now: Date) {
  const { entries, source } = catalogueOf(dataFolder)
  const own = entries.filter(({ manifest }) => manifest.source === source)
  const gone = [...groupedBy(own, ({ id }) => partsOfId(id).place)].flatMap(([place, there]) => removedFrom(dataFolder, place, there, now))
  if (gone.length === 0) return
  changeCatalogue(dataFolder, ({ entries }) => ({ entries: entries.filter(({ id }) => !gone.includes(id)) }))
}

function removedFrom(dataFolder: string, place: string | null, entries: readonly Entry[], now: Date): string[] {
  try {
    const folder = folderOfPlace(dataFolder, place)
    const pathOf = (id: string) => join(folder, partsOfId(id).name)
    const isThere = ({ id }: Entry) => existsSync(pathOf(id))
    const dated = entries.filter(isThere).map(({ id, manifest: { madeAt, number }, verifiedAt, failure }) => ({
      ...{ id, madeAt, number, isVerified: verifiedAt !== null && failure === null },
    }))
    const away = superfluous(dated, storedSettings(dataFolder).keep, now, systemZone())
    for (const id of away) rmSync(pathOf(id), { force: true })
    return [...away, ...entries.filter(entry => !isThere(entry)).map(({ id }) => id)]
  } catch {
    return []
  }
}
