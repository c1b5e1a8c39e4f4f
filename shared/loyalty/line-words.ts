import type { LedgerLine } from './model.ts'

/** What a line of the ledger is called: the text below `loyalty.lines`, and what stands in it. */
export function lineWords({ kind, reason, reward, number }: Pick<LedgerLine, 'kind' | 'reason' | 'reward' | 'number'>) {
  const params = { number: number ?? '', reward: reward ?? '' }
  // Where nothing else is known of it, it was given or taken by hand.
  if (kind === 'earned') return { key: reason ?? 'manual', params }
  if (kind === 'spent' && reward === null) return { key: 'taken', params }
  return { key: kind === 'spent' && number !== null ? 'spentOn' : kind, params }
}
