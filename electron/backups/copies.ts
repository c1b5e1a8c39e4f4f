import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, failureOf } from '../../shared/errors.ts'
import { kyselyOver } from '../db/kysely.ts'
import { refuseWithoutRoom } from '../files/room.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { writeWhole } from '../files/whole-file.ts'
import { backupFolder, changeCatalogue, noteEntry, type Entry } from './catalogue.ts'
import { copyContents } from './contents.ts'
import type { Making } from './create.ts'
import { hashOf } from './hashing.ts'
import { idOf, partsOfId } from './identify.ts'
import { explained, findPlace } from './places.ts'
import * as queries from './queries.ts'
import { sweepPlace } from './work-folder.ts'
import { storedSettings } from './settings.ts'

type Copying = Pick<Making, 'connection' | 'dataFolder' | 'now' | 'checkCancelled'>

/** A backup that has proved itself goes to every other place. A stick that is not there keeps the day's backup from nothing. */
export async function copyToPlaces(entry: Entry, copying: Copying) {
  const { dataFolder, now } = copying
  for (const place of storedSettings(dataFolder).places) {
    const failure = await copyTo(place, entry, copying).then(
      () => null,
      (error: unknown) => toldOf(explained(error, place.path)),
    )
    changeCatalogue(dataFolder, ({ places }) => ({ places: { ...places, [place.id]: { at: now().toISOString(), failure } } }))
  }
}

function toldOf(error: unknown) {
  if (error instanceof AppError && error.code === 'cancelled') throw error
  return failureOf(error)
}

async function copyTo(place: { id: string; path: string }, entry: Entry, copying: Copying) {
  const { connection, dataFolder, now, checkCancelled } = copying
  const folder = findPlace(place)
  const { name } = partsOfId(entry.id)
  const [source, target] = [join(backupFolder(dataFolder), name), join(folder, name)]
  const contents = await queries.contents(kyselyOver(connection.sqlite)).execute()
  const filesKey = entry.isEncrypted ? storedSettings(dataFolder).filesKey : null
  await copyContents(dataFolder, folder, contents, filesKey, { checkCancelled, advance: () => undefined })
  sweepPlace(folder, now())
  await copyUntilSame(source, target, folder)
  noteEntry(dataFolder, { ...entry, id: idOf(place.id, name), verifiedAt: now().toISOString() })
}

/** What a pulled stick or a cloud's program has left of an earlier copy is copied anew. */
async function copyUntilSame(source: string, target: string, folder: string) {
  const hash = await hashOf(source)
  const isSame = async () => existsSync(target) && (await hashOf(target)) === hash
  if (await isSame()) return
  await copyWhole(source, target, folder)
  if (await isSame()) return
  // A stick that was pulled out in between has left its folder, and nothing in it.
  throw existsSync(target) ? new AppError('storage', 'backupDamaged') : new AppError('storage', 'placeMissing', { path: folder })
}

async function copyWhole(source: string, target: string, folder: string) {
  await refuseWithoutRoom(folder, statSync(source).size).catch((cause: unknown) => {
    throw new AppError('storage', 'placeFull', { path: folder }, { cause })
  })
  await writeWhole(target, createReadStream(source, { highWaterMark: 1024 * 1024 }))
  syncFolder(folder)
}
