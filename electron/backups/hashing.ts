import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Always into the same memory: to get and give back as much for a large database takes longer than the hashing. */
const atOnce = 1024 * 1024

export async function hashOf(file: string) {
  const hash = createHash('sha256')
  const handle = await open(file)
  try {
    const piece = Buffer.allocUnsafe(atOnce)
    for (let { bytesRead } = await handle.read(piece); bytesRead > 0; { bytesRead } = await handle.read(piece)) {
      hash.update(piece.subarray(0, bytesRead))
    }
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}
