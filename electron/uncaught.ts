import type { Log } from './log.ts'

/**
 * What nobody caught goes to the log, and the shop's day goes on: all that was confirmed is in the database. Where there is no
 * log yet, the start has failed. Returns what takes the log, once there is one.
 */
export function watchUncaught(giveUp: (error: unknown) => void, program: Pick<NodeJS.Process, 'on'> = process) {
  let log: Log | null = null
  const tell = (where: string) => (error: unknown) => (log ? log.bug(error, where) : giveUp(error))
  program.on('uncaughtException', tell('uncaught exception'))
  program.on('unhandledRejection', tell('unhandled rejection'))
  return (opened: Log) => void (log = opened)
}
