import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { projectFolder } from './project.ts'
import { say } from './say.ts'
import { isBuilt } from './stamp.ts'

/** Brings out/ up to date with the sources. */
export function build() {
  if (isBuilt()) return
  say('preparing')
  const script = fileURLToPath(new URL('./build.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: projectFolder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}
