import type { Log } from './log.ts'

type Program = Pick<NodeJS.Process, 'on'> & Readonly<Record<'stdout' | 'stderr', Pick<NodeJS.EventEmitter, 'on'>>>

/**
 * What nobody caught goes to the log, and the shop's day goes on: all that was confirmed is in the database. Where there is no
 * log yet, the start has failed. Returns what takes the log, once there is one.
 */
export function watchUncaught(giveUp: (error: unknown) => void, program: Program = process) {
  // A terminal that was closed reads nothing any more. The log, where it cannot be written, says so there: one such error would be told
  // of by the next, without end.
  for (const stream of [program.stdout, program.stderr]) stream.on('error', () => undefined)
  let log: Log | null = null
  const tell = (where: string) => (error: unknown) => (log ? log.bug(error, where) : giveUp(error))
  program.on('uncaughtException', tell('uncaught exception'))
  program.on('unhandledRejection', tell('unhandled rejection'))
  return (opened: Log) => void (log = opened)
}
