import { encode } from 'uqr'
import type { Mark } from './marks.ts'

/** A QR code of medium error correction: a box for each run of dark squares in a row, a hair too large so that no seam shows. */
export function codeMarks(text: string, x: number, y: number, size: number): Mark[] {
  const { data } = encode(text, { ecc: 'M', border: 0, boostEcc: false })
  const square = size / data.length
  return data.flatMap((row, down) =>
    darkRuns(row).map(({ from, to }) => ({
      kind: 'box' as const,
      ...{ x: x + from * square, y: y + down * square, width: (to - from) * square + 0.05, height: square + 0.05, colour: '#000000' },
    })),
  )
}

function darkRuns(row: readonly boolean[]) {
  const runs: { from: number; to: number }[] = []
  row.forEach((isDark, at) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last?.to === at) last.to++
    else runs.push({ from: at, to: at + 1 })
  })
  return runs
}
