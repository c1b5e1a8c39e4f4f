import { spawn } from 'node:child_process'
import { runningPid } from '../lock.ts'
import { withoutElectron, type Sentence } from './choose-host.ts'
import { projectFolder } from './project.ts'
import { words } from './say.ts'

/** Runs Electron until its window is closed. Where it never came as far as opening the data folder, returns why. */
export function runInWindow(electron: string, dataFolder: string): Promise<Sentence | null> {
  const child = spawn(electron, [projectFolder, '--data', dataFolder], { stdio: 'inherit' })
  process.on('SIGTERM', () => child.kill())
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  return new Promise(resolve => {
    child.on('error', error => resolve(withoutElectron(error.message)))
    child.on('exit', (code, signal) => {
      const itsOwnWord = code === 0 || code === 1 || signal === 'SIGINT' || signal === 'SIGTERM'
      if (!itsOwnWord && runningPid(dataFolder) !== child.pid) return resolve(withoutElectron(words('endedAtOnce')))
      process.exitCode = code ?? 1
      resolve(null)
    })
  })
}
