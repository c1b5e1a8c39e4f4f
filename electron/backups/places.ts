import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, parse, relative, sep } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'
import { makeUsable } from '../files/usable-folder.ts'
import { backupFolder } from './catalogue.ts'
import { storedSettings } from './settings.ts'

type Kept = { id: string; path: string }

/** In each place lies who it is: a stick is known by it when it comes back, whatever letter the system gives it. */
const sign = '.regulars-place'

/** A folder becomes a place for backups; one that was one before is known again. */
export function signPlace(path: string, dataFolder: string): Kept {
  refuseInside(path, dataFolder)
  try {
    makeUsable(path)
    const known = signOf(path)
    const id = known ?? randomUUID()
    if (known === null) writeFileSync(join(path, sign), id)
    return { id, path }
  } catch (cause) {
    throw explained(cause, path)
  }
}

/** A copy beside the original goes with it. */
function refuseInside(path: string, dataFolder: string) {
  const way = relative(real(dataFolder), real(path))
  if (way === '' || (!way.startsWith('..') && parse(way).root === '')) throw new AppError('invalid', 'placeInside')
}

/** Links followed as far as the path exists. */
const real = (path: string): string =>
  existsSync(path) || dirname(path) === path ? realpathSync(path) : join(real(dirname(path)), basename(path))

/** Where the place is at the moment. */
export function findPlace({ id, path }: Kept): string {
  if (signOf(path) === id) return path
  const found = elsewhere(path).find(candidate => signOf(candidate) === id)
  if (found === undefined) throw new AppError('storage', 'placeMissing', { path })
  return found
}

/** Whether a stick or a disk is there at the moment. */
export function isPlaceThere(place: Kept) {
  try {
    findPlace(place)
    return true
  } catch {
    return false
  }
}

function signOf(path: string) {
  try {
    return readFileSync(join(path, sign), 'utf8').trim()
  } catch {
    return null
  }
}

/** The same folder on each disk that the system shows, and each of those disks. */
function elsewhere(path: string) {
  const parts = path.slice(parse(path).root.length).split(sep)
  const ends = parts.map((_, index) => parts.slice(index).join(sep))
  return mounted().flatMap(disk => [disk, ...ends.map(end => join(disk, end))])
}

function mounted() {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\`)
  if (process.platform === 'darwin') return foldersIn('/Volumes')
  return ['/mnt', ...foldersIn('/mnt'), ...['/media', '/run/media'].flatMap(foldersIn).flatMap(folder => [folder, ...foldersIn(folder)])]
}

function foldersIn(folder: string) {
  try {
    return readdirSync(folder).map(name => join(folder, name))
  } catch {
    return []
  }
}

/** The folder of a place: null is the data folder's own. */
export function folderOfPlace(dataFolder: string, place: string | null) {
  if (place === null) return backupFolder(dataFolder)
  const kept = storedSettings(dataFolder).places.find(({ id }) => id === place)
  if (!kept) throw new AppError('notFound', 'placeGone')
  return findPlace(kept)
}

/** What the disk refuses there is that place's fault, and not the data folder's. */
export function explained(cause: unknown, path: string) {
  if (cause instanceof AppError && cause.failure.reason !== 'destinationUnwritable') return cause
  const code = codeOf(cause instanceof AppError ? cause.cause : cause)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('storage', 'placeFull', { path }, { cause })
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new AppError('storage', 'placeReadOnly', { path }, { cause })
  if (['ENOENT', 'ENOTDIR', 'EIO', 'ENODEV', 'ENXIO', 'EEXIST'].includes(code))
    return new AppError('storage', 'placeMissing', { path }, { cause })
  return cause
}
