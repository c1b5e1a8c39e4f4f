import { downloadArtifact } from '@electron/get'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const packageFolder = dirname(require.resolve('electron/package.json'))
const programs: Readonly<Record<string, string>> = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const program = programs[process.platform] ?? 'electron'

/** Electron's program, if it is here already: where the environment says, or where its package keeps it. */
export function findElectron({ ELECTRON_EXEC_PATH, ELECTRON_OVERRIDE_DIST_PATH }: NodeJS.ProcessEnv = process.env): string | null {
  if (ELECTRON_EXEC_PATH) return existing(ELECTRON_EXEC_PATH)
  if (ELECTRON_OVERRIDE_DIST_PATH) return existing(join(ELECTRON_OVERRIDE_DIST_PATH, program))
  const installed = join(packageFolder, 'dist', program)
  return isWhole() ? existing(installed) : null
}

const existing = (path: string) => (existsSync(path) ? path : null)

const versionWanted = () => (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version

/** The package writes path.txt last, when everything has been unpacked. */
function isWhole() {
  const version = join(packageFolder, 'dist', 'version')
  return (
    existsSync(join(packageFolder, 'path.txt')) &&
    existsSync(version) &&
    readFileSync(version, 'utf8').replace(/^v/, '').trim() === versionWanted()
  )
}

const stalledAfter = 30_000

/** Fetches the runtime as the package's own installer does, but says how far it is, and gives up where nothing comes. */
export async function fetchElectron(onProgress: (version: string, percent: number) => void): Promise<string | null> {
  const version = versionWanted()
  const giveUp = new AbortController()
  const patience = setTimeout(() => giveUp.abort(new Error('the download has stalled')), stalledAfter)
  try {
    onProgress(version, 0)
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: require('electron/checksums.json') as Record<string, string>,
      downloadOptions: {
        quiet: true,
        signal: giveUp.signal,
        getProgressCallback: ({ percent }: { percent: number }) => {
          patience.refresh()
          onProgress(version, Math.floor(percent * 100))
          return Promise.resolve()
        },
      },
    })
  } finally {
    clearTimeout(patience)
  }
  // The installer finds the archive where the download has left it, checks it, and unpacks it.
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'inherit' })
  return findElectron({})
}
