export const problemReasons = [
  'lineBroken',
  'timeBroken',
  'startMissing',
  'endBeforeStart',
  'endMissing',
  'zoneUnknown',
  'ruleBroken',
  'ruleCut',
  'tooLong',
] as const
/** Those with which an event does not come in at all. */
export const isFailure = (reason: ProblemReason) =>
  ['timeBroken', 'startMissing', 'endBeforeStart', 'endMissing', 'tooLong'].includes(reason)
export type ProblemReason = (typeof problemReasons)[number]
export type Problem = Readonly<{ line: number; title: string; reason: ProblemReason }>
