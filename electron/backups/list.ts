import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../shared/backups/model.ts'
import { extension } from '../../shared/backups/rules.ts'
import { catalogueOf, type Entry } from './catalogue.ts'
import { idOf, partsOfId } from './identify.ts'
import { folderOfPlace } from './places.ts'
import { storedSettings } from './settings.ts'

/** In a folder with thousands of old ones nobody looks further. */
const mostShown = 500

/** What lies in the places that can be reached, with what is known of it; the newest first. */
export function listBackups(dataFolder: string): Backup[] {
  const known = new Map(catalogueOf(dataFolder).entries.map(entry => [entry.id, entry]))
  const places = [null, ...storedSettings(dataFolder).places.map(({ id }) => id)]
  return places
    .flatMap(place => filesIn(dataFolder, place).map(file => backupIn(file, known.get(file.id))))
    .sort((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt))
    .slice(0, mostShown)
}

type Found = { id: string; bytes: number; changedAt: Date }

/** In the data folder, or in one of the other places. */
export function filesIn(dataFolder: string, place: string | null): Found[] {
  try {
    const folder = folderOfPlace(dataFolder, place)
    return readdirSync(folder)
      .filter(name => name.endsWith(extension))
      .flatMap(name => {
        const file = statSync(join(folder, name), { throwIfNoEntry: false })
        return file?.isFile() ? [{ id: idOf(place, name), bytes: file.size, changedAt: file.mtime }] : []
      })
  } catch {
    // What cannot be reached is told of where the places are listed.
    return []
  }
}

const nothingKnown = { verifiedAt: null, failure: null, reason: null, shop: '', counts: null, lastChangeAt: null, isEncrypted: false }

function backupIn({ id, bytes, changedAt }: Found, known: Entry | undefined): Backup {
  if (!known) return { ...nothingKnown, ...partsOfId(id), id, bytes, madeAt: changedAt.toISOString(), state: 'unknown' }
  const backup = toBackup(known)
  return bytes === known.bytes ? backup : { ...backup, bytes, state: 'failed', failure: { code: 'storage', reason: 'backupDamaged' } }
}

export function toBackup({ id, bytes, isEncrypted, manifest, verifiedAt, failure }: Entry): Backup {
  const { madeAt, reason, shop, counts, lastChangeAt, sealedBy } = manifest
  const state = failure ? 'failed' : verifiedAt ? 'verified' : 'unknown'
  return {
    ...partsOfId(id),
    id,
    bytes,
    madeAt,
    state,
    isEncrypted: isEncrypted || sealedBy !== null,
    verifiedAt,
    failure,
    reason,
    shop,
    counts,
    lastChangeAt,
  }
}
