import { homedir } from 'node:os'
import log from 'electron-log/node'
import { logFile, logFolder } from './files/log-folder.ts'
import { makePrivateFolder } from './files/private-folder.ts'
import type { Dispatch } from './dispatch.ts'
import { contract } from '../shared/contract.ts'

export type Log = {
  /** A failure nobody foresaw, with everything that led to it. `where` is the call or the part of the app. */
  bug(bug: unknown, where: string): void
  note(text: string): void
}

const megabyte = 1024 * 1024

/** One file under the data folder, readable by whoever helps: what clients' names and numbers could stand in is masked. */
export function openLog(dataFolder: string): Log {
  makeLogFolder(logFolder(dataFolder))
  const logger = log.create({ logId: dataFolder })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => logFile(dataFolder)
  logger.transports.file.maxSize = 2 * megabyte
  logger.transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms}{z} [{level}] {text}'
  return {
    bug: (bug, where) => logger.error(`${where}: ${explain(bug)}`),
    note: text => logger.info(withoutPeople(text)),
  }
}

function makeLogFolder(folder: string) {
  try {
    makePrivateFolder(folder)
  } catch {
    // Something is in the way: the shop's day goes on without a log.
  }
}

/** An error with its code, its stack and its causes. */
export function explain(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return withoutPeople(String(error))
  const code = 'code' in error ? ` (${String(error.code)})` : ''
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const own = [`${error.name}${code}: ${withoutPeople(error.message)}`, ...frames.map(withoutHome)].join('\n')
  return error.cause === undefined || depth === 5 ? own : `${own}\ncaused by ${explain(error.cause, depth + 1)}`
}

/** Messages of parsers and file systems repeat what somebody typed, and name files: e-mails, quoted texts, numbers and paths go. */
export const withoutPeople = (text: string) =>
  withoutHome(text)
    .replace(/"(?:[^"\\]|\\.)*"?/g, '"…"')
    .replace(/'[^']*[\s/\\@][^']*'?/g, "'…'")
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '<email>')
    .replace(/\+?\d[\d\s()/.-]{4,}\d/g, '<number>')

const withoutHome = (text: string) => text.replaceAll(homedir(), '~')

const slow = 50

/** Queries and commands run where the window waits for them: one that takes long is worth a line. */
export const notingSlowCalls =
  (dispatch: Dispatch, { note }: Log): Dispatch =>
  async (name, raw, session) => {
    const start = performance.now()
    const result = await dispatch(name, raw, session)
    const took = Math.round(performance.now() - start)
    if (took > slow && isAnsweredAtOnce(name)) note(`${name} took ${took} ms`)
    return result
  }

function isAnsweredAtOnce(name: string) {
  if (!Object.hasOwn(contract, name)) return false
  const { kind } = contract[name as keyof typeof contract]
  return kind === 'query' || kind === 'command'
}
