import type { Diagnostics, LogLine } from './model.ts'

const megabytes = (bytes: number | null) => (bytes === null ? 'unknown' : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
const list = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')

/** For whoever helps, in English and the same on every PC. Neither the folder, which has somebody's name in it, nor the shop's is told. */
export function reportOf({ folder, versions, sizes, counts, backups }: Diagnostics, log: readonly LogLine[]) {
  const where = [folder.isNetwork && 'on a network drive', folder.cloud && `synced by ${folder.cloud}`].filter(Boolean).join(', ')
  return [
    `Regulars ${versions.app}, data format ${versions.format}`,
    `${versions.system}, ${versions.electron ? `Electron ${versions.electron}, ` : ''}Node ${versions.node}, SQLite ${versions.sqlite}`,
    `Data folder: ${where || 'on this PC'}, ${megabytes(folder.freeBytes)} free`,
    `Sizes: ${list(Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, megabytes(bytes)])))}`,
    `Counts: ${list(counts)}`,
    `Backups: ${list(backups)}`,
    ...(log.length > 0 ? ['', ...log.map(({ at, level, text }) => `${at} [${level}] ${text}`)] : []),
  ].join('\n')
}
