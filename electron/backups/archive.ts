import { createReadStream } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { createTarPacker } from 'modern-tar'
import type { Manifest } from '../../shared/backups/model.ts'
import { writeWhole } from '../files/whole-file.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { chain, compress, encrypted, fromWeb, toWeb } from './archive-forms.ts'

/** The names inside; what they hold comes in this order. */
export const parts = { manifest: 'manifest.json', filesKey: 'files-key.txt', database: 'regulars.db' } as const

export type Secrets = Readonly<{ passphrase: string; filesKey: string }>
export type Content = { manifest: Manifest; snapshot: string; secrets: Secrets | null; advance(bytes: number): void }

/** Bytes read at once: with fewer, handing them on takes longer than compressing them. */
const atOnce = 1024 * 1024

/**
 * One file: a tar of the manifest and the database, compressed, and encrypted where that is wanted. Each layer is what a program
 * on any PC opens: `age --decrypt FILE | zstd --decompress | tar --extract`. Under its name it is whole and on the disk.
 */
export async function writeArchive(path: string, content: Content) {
  const packed = chain(tarOf(content), compress())
  await writeWhole(path, content.secrets ? await encrypted(packed, content.secrets) : packed)
  syncFolder(dirname(path))
}

function tarOf(content: Content) {
  const { readable, controller } = createTarPacker()
  fill(controller, content).catch((error: unknown) => controller.error(error))
  return fromWeb(readable)
}

type Packer = ReturnType<typeof createTarPacker>['controller']

async function fill(packer: Packer, { manifest, snapshot, secrets, advance }: Content) {
  const mtime = new Date(manifest.madeAt)
  const add = (name: string, size: number, body: Readable) => toWeb(body).pipeTo(packer.add({ name, size, mtime, mode: 0o600 }))
  const text = (name: string, content: string) => {
    const bytes = Buffer.from(content)
    return add(name, bytes.length, Readable.from([bytes], { objectMode: false }))
  }
  await text(parts.manifest, JSON.stringify(manifest, null, 1))
  if (secrets) await text(parts.filesKey, `${secrets.filesKey}\n`)
  const database = createReadStream(snapshot, { highWaterMark: atOnce })
  database.on('data', piece => advance(piece.length))
  await add(parts.database, manifest.database.bytes, database)
  packer.finalize()
}
