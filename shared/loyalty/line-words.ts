import type { LedgerLine } from './model.ts'

type Line = Pick<LedgerLine, 'kind' | 'reason' | 'reward' | 'number' | 'visitOn'>

/** What a line of the ledger is called: the text below `loyalty.lines`, and what stands in it. */
export function lineWords({ kind, reason, reward, number, visitOn }: Line, day: (date: string) => string) {
  const params = { number: number ?? '', reward: reward ?? '', visit: visitOn ? day(visitOn) : '' }
  // Where nothing else is known of it, it was given or taken by hand.
  if (kind === 'earned') return { key: reason ?? 'manual', params }
  if (kind === 'spent' && reward === null) return { key: 'taken', params }
  if (kind === 'spent' && number !== null) return { key: 'spentOn', params }
  return { key: kind === 'spent' && visitOn ? 'reserved' : kind, params }
}
