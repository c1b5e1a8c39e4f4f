import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { chosenDataFolder } from '../data-folder.ts'
import { chooseHost } from './choose-host.ts'
import { fillDemo } from './demo.ts'
import { projectFolder } from './project.ts'

/** Electron with pages that change while they are edited; on the demo shop, unless another data folder is named. */
const { values } = parseArgs({ options: { data: { type: 'string' } } })
const dataFolder = chosenDataFolder(values.data, true)
const host = await chooseHost(false)
if ('sentence' in host) throw new Error('npm run dev needs Electron and a display. For a browser: npm start -- --browser')

if (!values.data) await fillDemo(dataFolder)
const vite = join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
spawn(process.execPath, [vite, 'dev', '--watch', '--', '--data', dataFolder], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_EXEC_PATH: host.electron },
}).on('exit', code => process.exit(code ?? 1))
