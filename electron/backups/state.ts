import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupState } from '../../shared/backups/model.ts'
import { isOld } from '../../shared/backups/rules.ts'
import type { Db } from '../db/schema.ts'
import { lookAtFolder } from '../diagnostics/folder.ts'
import { backupFolder, catalogueOf, type Catalogue } from './catalogue.ts'
import { partsOfId } from './identify.ts'
import { toBackup } from './list.ts'
import * as queries from './queries.ts'
import { storedSettings } from './settings.ts'

/** How safe the data is at this moment, from what is known: nothing is read but the catalogue. */
export async function stateOf(db: Db, dataFolder: string, now: Date): Promise<BackupState> {
  const catalogue = catalogueOf(dataFolder)
  const { places, everyMinutes, keep, keptBy } = storedSettings(dataFolder)
  const newest = newestOf(catalogue, dataFolder)
  const mark = await queries.markOf(db)
  const hasChanges = mark !== nothingDone && (newest === null || catalogue.mark !== mark)
  return {
    settings: { everyMinutes, keep },
    isEncrypted: keptBy !== null,
    passphraseKeptBy: keptBy,
    places: places.map(({ id, path }) => ({
      ...{ id, path, failure: catalogue.places[id]?.failure ?? null },
      copiedAt: catalogue.places[id]?.failure === null ? (catalogue.places[id]?.at ?? null) : null,
    })),
    risk: await riskOf(dataFolder),
    newest: newest && toBackup(newest),
    hasChanges,
    isOld: isOld({ hasChanges, lastAt: newest?.manifest.madeAt ?? null }, now),
    failure: catalogue.last?.failure ?? null,
    restored: catalogue.restored,
  }
}

async function riskOf(dataFolder: string) {
  const { isNetwork, cloud } = await lookAtFolder(dataFolder)
  if (isNetwork) return 'network'
  return cloud && 'cloud'
}

/** A shop in which nothing has happened yet. */
const nothingDone = '0.0.0'

/** The newest good one, of all places or of one alone. */
export function newestOf({ entries, source }: Catalogue, dataFolder: string, place?: string) {
  const good = entries.filter(
    ({ id, manifest, verifiedAt, failure }) =>
      manifest.source === source &&
      verifiedAt !== null &&
      failure === null &&
      isThere(id, dataFolder) &&
      (!place || id.startsWith(`${place}/`)),
  )
  return good.reduce<(typeof good)[number] | null>(
    (best, entry) => (best && best.manifest.number > entry.manifest.number ? best : entry),
    null,
  )
}

/** What another place holds is believed: it may be a drive that sleeps. */
function isThere(id: string, dataFolder: string) {
  const { place, name } = partsOfId(id)
  return place !== null || existsSync(join(backupFolder(dataFolder), name))
}
