import type { ReadyRow } from './rows.ts'

/** The contacts of a chunk that are still to be written, to be found by what makes another row one about them. */
export function createPending() {
  let rows: ReadyRow[] = []
  // Hardly ever do two contacts share a key: a map for those that do is made when it is needed.
  let byKey = new Map<number, number | Map<string, number>>()
  let byName = new Map<number, number>()

  function note(row: ReadyRow, index: number) {
    for (const key of row.keys) noteKey(key, row, index)
    byName.set(row.nameKey, byName.get(row.nameKey) ?? index)
  }

  function noteKey(key: number, row: ReadyRow, index: number) {
    const there = byKey.get(key)
    if (there === undefined) byKey.set(key, index)
    else if (typeof there !== 'number') there.set(nameOf(row), index)
    else if (there !== index) {
      byKey.set(
        key,
        new Map([
          [nameOf(rows[there]!), there],
          [nameOf(row), index],
        ]),
      )
    }
  }

  function* withKey(key: number, name: string): Generator<number, void, undefined> {
    const there = byKey.get(key)
    if (there === undefined) return
    if (typeof there === 'number') return yield there
    if (name === '') return yield* there.values()
    for (const found of [there.get(name), there.get('')]) if (found !== undefined) yield found
  }

  return {
    add(row: ReadyRow) {
      note(row, rows.push(row) - 1)
    },
    replace(index: number, row: ReadyRow) {
      rows[index] = row
      note(row, index)
    },
    at: (index: number) => rows[index]!,
    /** Indexes of those that the row could be about; whether it is, the values say. */
    candidates(row: ReadyRow): number[] {
      const found = new Set<number>()
      const name = nameOf(row)
      for (const key of row.keys) for (const index of withKey(key, name)) found.add(index)
      if (row.keys[0] === row.nameKey && byName.has(row.nameKey)) found.add(byName.get(row.nameKey)!)
      return [...found]
    },
    /** All of them; the next chunk begins empty. */
    take() {
      const taken = rows
      rows = []
      byKey = new Map()
      byName = new Map()
      return taken
    },
  }
}

const sortNameAt = 16

/** Of contacts without a name, which are sorted behind all others, the empty one. */
export const nameOf = ({ values }: Pick<ReadyRow, 'values'>) => {
  const name = values[sortNameAt] ?? ''
  return name.startsWith('\u{10ffff}') ? '' : name
}
