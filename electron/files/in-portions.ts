import { portions } from '../../shared/group.ts'
import type { Portions } from './csv-file.ts'

const atOnce = 500

/** Rows that are in memory already, as a table is written. `step` is called before each portion, and may throw to end it. */
export async function* inPortions(rows: Iterable<readonly string[]>, step: () => void): Portions {
  for (const portion of portions(rows, atOnce)) {
    step()
    yield await Promise.resolve(portion)
  }
}
