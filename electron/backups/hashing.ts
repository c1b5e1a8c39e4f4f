import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export async function hashOf(file: string, advance?: (bytes: number) => void) {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(piece)
    advance?.(piece.length)
  }
  return hash.digest('hex')
}
