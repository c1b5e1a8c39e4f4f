import { statfs } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'

/** What is left free for everything else that the system does meanwhile. */
const reserve = 16 * 1024 * 1024

/** Better to say so before anything is written. Where a disk does not say what it has, writing will tell. */
export async function refuseWithoutRoom(folder: string, bytes: number) {
  const found = await statfs(folder).catch(() => null)
  if (found === null) return
  const free = found.bavail * found.bsize
  if (free < bytes + reserve) throw new AppError('storage', 'noRoom', { needed: megabytes(bytes + reserve), free: megabytes(free) })
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
