import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectFolder } from '../../electron/launch/project.ts'
import type { Found } from './hosts.ts'

/** The texts that the tests look for are the English ones. */
export const environment = { ...process.env, LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8', LANGUAGE: 'en' }

/** A process that was started for a test: what it has said, and how it ended. */
export type Started = ReturnType<typeof watch>

export const startLauncher = (dataFolder: string, ...flags: string[]) =>
  watch(spawn(process.execPath, [join(projectFolder, 'electron/launch/start.ts'), '--data', dataFolder, ...flags], { env: environment }))

export const startElectron = (electron: Found, dataFolder: string) =>
  'why' in electron ? null : watch(spawn(electron.program, [...electron.args, projectFolder, '--data', dataFolder], { env: environment }))

function watch(child: ChildProcess) {
  let output = ''
  child.stdout?.on('data', (text: Buffer) => void (output += text.toString()))
  child.stderr?.on('data', (text: Buffer) => void (output += text.toString()))
  const ended = once(child, 'exit')
  return {
    output: () => output,
    /** The exit code, once it has ended. */
    code: async () => (await ended)[0] as number | null,
    stop: async (signal: NodeJS.Signals = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
    /** Waits until it says what matches. */
    async says(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(output)
        if (match) return match
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended without saying ${pattern.source}:\n${output}`)
        await Promise.race([once(child.stdout!, 'data'), once(child.stderr!, 'data'), ended])
      }
    },
  }
}
