import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { contentPath } from '../attachments/store.ts'
import { codeOf } from '../db/failures.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { fromWeb, toWeb } from './archive-forms.ts'

type Content = { hash: string; bytes: number }
type Control = { checkCancelled(): void; advance(bytes: number): void }

/** Encrypted ones lie beside plain ones, and those of an earlier key beside today's: which it is, their names say. */
const pathIn = (folder: string, hash: string, filesKey: string | null) =>
  filesKey === null ? contentPath(folder, hash) : `${contentPath(folder, hash)}.${signOf(filesKey)}.age`

const signOf = (filesKey: string) => createHash('sha256').update(filesKey).digest('hex').slice(0, 8)

/** Attached files are the same for all backups in a place: only those that are not there yet are copied, and read back once. */
export async function copyContents(
  dataFolder: string,
  folder: string,
  contents: readonly Content[],
  filesKey: string | null,
  control: Control,
) {
  const recipient = filesKey === null ? null : await identityToRecipient(filesKey)
  for (const { hash } of contents) {
    control.checkCancelled()
    const target = pathIn(folder, hash, filesKey)
    if (existsSync(target) || !existsSync(contentPath(dataFolder, hash))) continue
    await copyContent(contentPath(dataFolder, hash), target, { hash, recipient, control })
  }
}

type Copying = { hash: string; recipient: string | null; control: Control }

async function copyContent(source: string, target: string, { hash, recipient, control }: Copying) {
  makePrivateFolder(dirname(target))
  const incoming = join(dirname(target), `${randomUUID()}.part`)
  const plain = createReadStream(source)
  const seen = createHash('sha256')
  plain.on('data', piece => {
    seen.update(piece)
    control.advance(piece.length)
  })
  try {
    await pipeline(
      recipient === null ? plain : await encryptedFor(recipient, plain),
      createWriteStream(incoming, { mode: 0o600, flush: true }),
    )
    // A content that is no longer what its name says is no use to anybody.
    if (seen.digest('hex') === hash) renameSync(incoming, target)
  } finally {
    rmSync(incoming, { force: true })
  }
}

async function encryptedFor(recipient: string, plain: Readable) {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return fromWeb(await encrypter.encrypt(toWeb(plain)))
}

/** Brings back those that are missing here from beside a backup. Returns how many are still missing. */
export async function bringContents(folder: string, dataFolder: string, contents: readonly Content[], filesKey: string | null) {
  let missing = 0
  for (const { hash } of contents) {
    const target = contentPath(dataFolder, hash)
    if (!existsSync(target) && !(await bringContent(folder, target, hash, filesKey))) missing++
  }
  return missing
}

async function bringContent(folder: string, target: string, hash: string, filesKey: string | null) {
  for (const key of new Set([null, filesKey])) {
    const source = pathIn(folder, hash, key)
    if (existsSync(source) && (await brought(source, target, hash, key))) return true
  }
  return false
}

async function brought(source: string, target: string, hash: string, key: string | null) {
  makePrivateFolder(dirname(target))
  const incoming = join(dirname(target), `${randomUUID()}.part`)
  const seen = createHash('sha256')
  try {
    const plain = key === null ? createReadStream(source) : await decryptedBy(key, createReadStream(source))
    plain.on('data', (piece: Buffer) => seen.update(piece))
    await pipeline(plain, createWriteStream(incoming, { mode: 0o600, flush: true }))
    if (seen.digest('hex') !== hash) return false
    renameSync(incoming, target)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw error
    // One that is damaged is missing: it does not keep the others from coming back.
    return false
  } finally {
    rmSync(incoming, { force: true })
  }
}

async function decryptedBy(key: string, file: Readable) {
  const decrypter = new Decrypter()
  decrypter.addIdentity(key)
  return fromWeb(await decrypter.decrypt(toWeb(file)))
}
