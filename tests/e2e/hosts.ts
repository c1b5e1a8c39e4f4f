import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium as playwrightChromium } from '@playwright/test'
import { fetchElectron, findElectron } from '../../electron/launch/electron-runtime.ts'
import { hasDisplay } from '../../electron/launch/choose-host.ts'

/** Where a host's program is, or why there is none. */
export type Found = { program: string; args: string[] } | { why: string }
export type Hosts = { electron: Found; browser: Found }

/** As root, Chromium's own sandbox cannot start: containers run tests like that, people do not run the app like that. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const findHosts = async (): Promise<Hosts> => ({ electron: await findWindowHost(), browser: await findBrowser() })

async function findWindowHost(): Promise<Found> {
  if (!hasDisplay() && !onPath('xvfb-run')) return { why: 'there is no display, and no xvfb-run to make one' }
  const program = findElectron() ?? (await fetchElectron(() => undefined).catch(() => null))
  if (!program) return { why: 'Electron’s runtime is not here and could not be fetched' }
  // Needs all of its libraries, but no display.
  const asNode = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { status, stderr } = spawnSync(program, ['-p', 'process.versions.electron'], { encoding: 'utf8', env: asNode })
  return status === 0 ? { program, args: sandbox } : { why: `Electron does not start: ${stderr.trim().split('\n')[0] ?? ''}` }
}

const installed = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map(onPath),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(folder =>
    folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
]

async function findBrowser(): Promise<Found> {
  const program = [...installed, playwrightChromium.executablePath()].find(path => path && existsSync(path))
  if (program) return { program, args: sandbox }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { why: 'neither Chrome, Chromium nor Edge is installed' }
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are those of a function in a cloud: one process, and no rules between sites.
  return { program: await packed.executablePath(), args: [...sandbox, '--use-angle=swiftshader'] }
}

function onPath(name: string) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(path => existsSync(path))
}
