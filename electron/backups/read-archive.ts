import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createTarDecoder } from 'modern-tar'
import { z } from 'zod'
import { Manifest } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { codeOf, explainStorage } from '../db/failures.ts'
import { refuseWithoutRoom } from '../files/room.ts'
import { parts } from './archive.ts'
import { fromWeb, plainOf, toWeb } from './archive-forms.ts'

type Options = {
  passphrases: readonly string[]
  /** Where the database is unpacked to; null only compares it with what the manifest says of it. */
  into: string | null
  /** Of the database's bytes, `bytes` more are read, of `total`. */
  advance?(bytes: number, total: number): void
}
export type Read = { manifest: Manifest; isEncrypted: boolean; filesKey: string | null }

/** Nothing that a backup says of itself takes more. */
const mostText = 64 * 1024

/**
 * Reads a backup to its end, as a stranger's: of a tar, exactly the parts that belong here are taken, in their order and under
 * names of our own, so no path leads anywhere and no link is followed; and nothing is unpacked that the disk has no room for.
 */
export async function readArchive(path: string, options: Options): Promise<Read> {
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 })
  try {
    const { plain, isEncrypted } = await plainOf(file, options.passphrases)
    return { ...(await readParts(plain, options)), isEncrypted }
  } catch (error) {
    throw explained(error)
  } finally {
    file.destroy()
  }
}

async function readParts(plain: Readable, options: Options) {
  let manifest: Manifest | null = null
  let filesKey: string | null = null
  let isWhole = false
  for await (const { header, body } of toWeb(plain).pipeThrough(createTarDecoder({ strict: true }))) {
    const part = fromWeb(body)
    // Whoever reads it is told. Until somebody does, a file that breaks off must not end the whole thread.
    part.on('error', () => undefined)
    if (header.type !== 'file' || isWhole) throw new AppError('invalid', 'backupForeign')
    if (manifest === null && header.name === parts.manifest) manifest = manifestIn(await shortText(part, header.size))
    else if (manifest !== null && header.name === parts.filesKey) filesKey = (await shortText(part, header.size)).trim()
    else if (manifest !== null && header.name === parts.database) isWhole = await takeDatabase(part, header.size, manifest, options)
    else throw new AppError('invalid', 'backupForeign')
  }
  if (manifest === null || !isWhole) throw new AppError('storage', 'backupDamaged')
  return { manifest, filesKey }
}

async function shortText(part: Readable, size: number) {
  if (size > mostText) throw new AppError('invalid', 'backupForeign')
  return text(part)
}

/** A format that came later is told from what was never a backup. */
function manifestIn(content: string): Manifest {
  const manifest = Manifest.safeParse(JSON.parse(content))
  if (manifest.success) return manifest.data
  const isNewer = z.object({ format: z.int().min(2) }).safeParse(JSON.parse(content)).success
  throw new AppError('invalid', isNewer ? 'backupNewer' : 'backupForeign')
}

async function takeDatabase(part: Readable, size: number, { database }: Manifest, { into, advance }: Options) {
  if (size !== database.bytes) throw new AppError('storage', 'backupDamaged')
  if (into !== null) await refuseWithoutRoom(dirname(into), size)
  const hash = createHash('sha256')
  part.on('data', (piece: Buffer) => {
    hash.update(piece)
    advance?.(piece.length, size)
  })
  await (into === null ? drained(part) : pipeline(part, createWriteStream(into, { mode: 0o600, flush: true })))
  if (hash.digest('hex') !== database.sha256) throw new AppError('storage', 'backupDamaged')
  return true
}

async function drained(part: Readable) {
  for await (const _ of part);
}

/** What the disk refuses is told as such; all else that can go wrong with reading is the file's own fault. */
function explained(cause: unknown) {
  const known = explainStorage(cause)
  if (known instanceof AppError && known.failure.reason !== 'databaseBroken') return known
  if (codeOf(cause) === 'ENOENT') return new AppError('notFound', 'backupGone', {}, { cause })
  return new AppError('storage', 'backupDamaged', {}, { cause })
}
