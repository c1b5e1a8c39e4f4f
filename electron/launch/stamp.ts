import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project.ts'

const sources = ['electron/**/*.ts', 'renderer/**/*.*', 'shared/**/*.*', 'resources/**/*.*', 'electron.vite.config.ts', 'package-lock.json']
const stampFile = join(projectFolder, 'out', 'stamp')

/** What out/ has to be built from, in one line. */
function sourcesNow() {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: projectFolder, withFileTypes: true }).filter(file => file.isFile())
  const paths = files.map(file => join(file.parentPath, file.name)).sort()
  for (const path of paths) hash.update(path.slice(projectFolder.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

export const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesNow()

export const markBuilt = () => writeFileSync(stampFile, sourcesNow())
