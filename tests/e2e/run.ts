import { spawnSync } from 'node:child_process'
import { hasDisplay } from '../../electron/launch/choose-host.ts'
import { findHosts } from './hosts.ts'

const hosts = await findHosts()
const missing = Object.entries(hosts).filter(([, found]) => 'why' in found)
for (const [host, found] of missing) console.log(`The ${host} host is skipped: ${'why' in found ? found.why : ''}`)
if (missing.length === Object.keys(hosts).length) {
  console.error('There is neither an Electron nor a browser to run the e2e tests in.')
  process.exit(1)
}

const playwright = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)]
// Headless browsers need no display, windows do.
const [command, ...args] =
  hasDisplay() || 'why' in hosts.electron ? playwright : ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...playwright]
const { status } = spawnSync(command!, args, { stdio: 'inherit', env: { ...process.env, REGULARS_HOSTS: JSON.stringify(hosts) } })
process.exit(status ?? 1)
