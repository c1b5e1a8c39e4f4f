import { createHash } from 'node:crypto'
import { createReadStream, existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mostBytes, largestFile } from '../../shared/attachments/model.ts'
import { mediaTypeOf, tellingBytes } from '../../shared/attachments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { freshPath } from '../files/transfer-folder.ts'

export type Stored = { hash: string; bytes: number; mediaType: string }

/** Where a content lies. The first two letters keep folders small. */
export const contentPath = (dataFolder: string, hash: string) => join(dataFolder, 'files', hash.slice(0, 2), hash)

/**
 * Takes a copy of a file into the data folder, piece by piece, under the hash of its content. Under its final name a content is
 * whole and on the disk; what a crash leaves behind lies among the transfers, which every start empties.
 */
export async function storeContent(dataFolder: string, path: string, advance: (bytes: number) => void): Promise<Stored> {
  const incoming = freshPath(dataFolder)
  try {
    const stored = await copyHashed(path, incoming, advance)
    const place = contentPath(dataFolder, stored.hash)
    makePrivateFolder(dirname(place))
    if (!existsSync(place)) await rename(incoming, place)
    return stored
  } finally {
    rmSync(incoming, { force: true })
  }
}

async function copyHashed(path: string, incoming: string, advance: (bytes: number) => void): Promise<Stored> {
  const hash = createHash('sha256')
  const file = await open(incoming, 'wx', 0o600)
  let head: Buffer = Buffer.alloc(0)
  let bytes = 0
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > mostBytes) throw new AppError('invalid', 'fileTooLarge', { maximum: largestFile })
      if (head.length < tellingBytes) head = Buffer.concat([head, piece.subarray(0, tellingBytes - head.length)])
      hash.update(piece)
      await file.writeFile(piece)
      advance(bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), bytes, mediaType: mediaTypeOf(head) }
}
