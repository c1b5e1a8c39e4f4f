import type { Cloud, LogLine } from './model.ts'

const names: Readonly<Record<Cloud, RegExp>> = {
  OneDrive: /^OneDrive( - .+|-.+)?$/i,
  Dropbox: /^Dropbox( \(.+\)|-.+)?$/i,
  iCloud: /^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i,
  'Google Drive': /^(Google ?Drive|GoogleDrive-.+|My Drive|Meine Ablage)$/i,
  Nextcloud: /^(Nextcloud|ownCloud)\d*$/i,
  pCloud: /^pCloud ?Drive$/i,
  MEGA: /^MEGA(sync)?$/i,
  Box: /^Box( Sync|-Box)?$/i,
}

/** Which cloud's program syncs a folder, by the names that these programs give theirs. */
export function cloudOf(path: string): Cloud | null {
  const parts = path.split(/[/\\]/)
  const found = Object.entries(names).find(([, name]) => parts.some(part => name.test(part)))
  return found ? (found[0] as Cloud) : null
}

/** File systems of Linux that lie on another computer, by statfs(2): NFS, SMB in three generations, AFS, Coda, Ceph, 9p, Lustre. */
const networkTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653, 0x73757245, 0x00c36400, 0x01021997, 0x0bd00bd0,
])

/** Windows resolves the letter of a network drive to the name of its server. */
export const isOnNetwork = (realPath: string, type: number | null) =>
  /^(\\\\|\/\/)(?![.?]\\)/.test(realPath) || (type !== null && networkTypes.has(type >>> 0))

/** `2026-11-28T18:42:00.000+0100 [error] imports.run: …`; what follows without a time of its own belongs to the line before. */
export function logLines(text: string): LogLine[] {
  const lines: { at: string; level: LogLine['level']; text: string }[] = []
  for (const line of text.split('\n')) {
    const [, at, level, rest] = /^(\d{4}-\d\d-\d\dT\S+) \[(\w+)\] (.*)$/.exec(line) ?? []
    const last = lines.at(-1)
    if (at !== undefined) lines.push({ at, level: level === 'error' ? 'error' : 'info', text: rest! })
    else if (last && line !== '') last.text += `\n${line}`
  }
  return lines
}
