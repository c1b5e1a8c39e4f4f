import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mount = (...args: readonly string[]) => void execFileSync('mount', args, { stdio: 'ignore' })
const unmount = (path: string) => void execFileSync('umount', ['-l', path], { stdio: 'ignore' })

const mounted = new Set<string>()
/** After whatever happened: no disk of a test stays in the system. */
export function unmountAll() {
  for (const path of mounted) unmount(path)
  mounted.clear()
}

/** A disk of a few megabytes. */
export function smallDisk(folder: string, megabytes: number) {
  const path = join(folder, 'disk')
  mkdirSync(path, { recursive: true })
  const plugIn = () => mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path)
  plugIn()
  mounted.add(path)
  return {
    path,
    /** But for so many bytes. */
    fill(free = 8192) {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(join(path, 'other files'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
    },
    empty: () => writeFileSync(join(path, 'other files'), ''),
    makeReadOnly: () => mount('-o', 'remount,ro', path),
    makeWritable: () => mount('-o', 'remount,rw', path),
    unplug: () => unmount(path),
    /** Another one, in the same slot. */
    plugInAnother: plugIn,
  }
}

/** A stick that keeps what is on it while it is away. Who has a file open on it meanwhile goes on writing into nowhere. */
export function stick(folder: string) {
  const [inside, path] = [join(folder, 'inside'), join(folder, 'slot')]
  for (const made of [inside, path]) mkdirSync(made, { recursive: true })
  const plugIn = () => {
    mount('--bind', inside, path)
    mounted.add(path)
  }
  plugIn()
  return {
    path,
    plugIn,
    unplug() {
      unmount(path)
      mounted.delete(path)
    },
  }
}

/** Only who may attach disks can have a full one. */
export function canMount() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'regulars-mount-'))
  try {
    smallDisk(folder, 1)
    return true
  } catch {
    return false
  } finally {
    unmountAll()
    rmSync(folder, { recursive: true, force: true })
  }
}
