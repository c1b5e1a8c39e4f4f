import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { AppError } from '../../../shared/errors.ts'

/** Bytes of a part that is held in memory as a whole. */
const heldAtMost = 256_000_000
/** A table is read piece by piece, but not for hours: nothing that people fill in shrinks to a five hundredth. */
const suspiciousSize = 50_000_000
const suspiciousRatio = 500

export type Zip = Awaited<ReturnType<typeof openZip>>

/** The parts of a spreadsheet file, found by its own table of contents; what claims to be larger than it can be is refused. */
export async function openZip(path: string) {
  const { file, entries } = await listEntries(path)

  function entryOf(name: string) {
    const entry = entries.get(name.replace(/^\//, ''))
    if (!entry) return null
    if (entry.uncompressedSize > suspiciousSize && entry.uncompressedSize > entry.compressedSize * suspiciousRatio)
      throw new AppError('invalid', 'fileTooLargeUnpacked')
    return entry
  }

  const stream = (entry: yauzl.Entry) =>
    new Promise<Readable>((resolve, reject) =>
      file.openReadStream(entry, (error, opened) => (error ? reject(broken(error)) : resolve(opened))),
    )

  return {
    sizeOf: (name: string) => entryOf(name)?.uncompressedSize ?? 0,
    /** The pieces of a part, as text. */
    async *pieces(name: string): AsyncGenerator<string, void, undefined> {
      const entry = entryOf(name)
      if (!entry) return
      const decoder = new TextDecoder()
      try {
        for await (const piece of await stream(entry)) yield decoder.decode(piece as Buffer, { stream: true })
      } catch (error) {
        throw broken(error)
      }
      yield decoder.decode()
    },
    /** Whether a part may be held in memory as a whole. */
    checkHeld(name: string) {
      if ((entryOf(name)?.uncompressedSize ?? 0) > heldAtMost) throw new AppError('invalid', 'fileTooLargeUnpacked')
    },
    close: () => file.close(),
  }
}

const broken = (cause: unknown) => (cause instanceof AppError ? cause : new AppError('invalid', 'fileBroken', {}, { cause }))

function listEntries(path: string) {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise<{ file: yauzl.ZipFile; entries: ReadonlyMap<string, yauzl.Entry> }>((resolve, reject) => {
    yauzl.open(path, { autoClose: false }, (error, file) => {
      if (error) return reject(broken(error))
      file.on('entry', (entry: yauzl.Entry) => void entries.set(entry.fileName, entry))
      file.on('end', () => resolve({ file, entries }))
      file.on('error', cause => {
        file.close()
        reject(broken(cause))
      })
    })
  })
}
