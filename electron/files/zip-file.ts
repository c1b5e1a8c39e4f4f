import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { writeWhole } from './whole-file.ts'

/** `path` has slashes between its folders, wherever it is written. */
export type Entry = Readonly<{ path: string; content: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string> }>
export type Written = Readonly<{ path: string; hash: string }>

/**
 * Writes a zip file, one entry after the other: the next one is made when the one before has gone to the disk, so that no more than one
 * is in memory. `written` hears of each as it is complete. All entries have the same time, that of `at`.
 */
export async function writeZip(path: string, entries: AsyncIterable<Entry>, at: Date, written: (entry: Written) => void = () => undefined) {
  const zip = new ZipFile()
  const parts = zip.outputStream as Readable
  const stop = new AbortController()
  zip.on('error', (error: Error) => parts.destroy(error))
  const filled = fill(zip, entries, { at, written, signal: stop.signal }).catch((error: unknown) => {
    parts.destroy(error instanceof Error ? error : new Error('a part of the zip file failed', { cause: error }))
  })
  try {
    await writeWhole(path, parts)
  } finally {
    stop.abort()
    await filled
  }
}

type Filling = { at: Date; written: (entry: Written) => void; signal: AbortSignal }

async function fill(zip: ZipFile, entries: AsyncIterable<Entry>, { at, written, signal }: Filling) {
  for await (const { path, content } of entries) {
    const hash = createHash('sha256')
    const source = Readable.from(hashed(content, hash), { objectMode: false })
    zip.addReadStream(source, path, { mtime: at })
    await finished(source, { signal })
    written({ path, hash: hash.digest('hex') })
  }
  zip.end()
}

async function* hashed(content: Entry['content'], hash: ReturnType<typeof createHash>) {
  for await (const part of content) {
    hash.update(part)
    yield part
  }
}
