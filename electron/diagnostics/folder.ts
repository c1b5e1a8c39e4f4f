import { realpathSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { DataFolder } from '../../shared/diagnostics/model.ts'
import { cloudOf, isOnNetwork } from '../../shared/diagnostics/rules.ts'

/** What kind of place the data lies in. A disk that does not say is taken for one of this PC's own. */
export async function lookAtFolder(path: string): Promise<DataFolder> {
  const real = realpathSync.native(path)
  const disk = await statfs(path).catch(() => null)
  const type = process.platform === 'linux' ? (disk?.type ?? null) : null
  return { path, isNetwork: isOnNetwork(real, type), cloud: cloudOf(real), freeBytes: disk && disk.bavail * disk.bsize }
}
