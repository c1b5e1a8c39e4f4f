export type Movement = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last'

const movementOf: Readonly<Record<string, Movement>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  k: 'up',
  j: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
}

export const movementFor = (key: string): Movement | undefined => movementOf[key.length === 1 ? key.toLowerCase() : key]

/** Where the keyboard goes from a row; from nowhere it begins at the top of what is seen. */
export function moved(movement: Movement, from: number | null, list: { rows: number; seen: number; firstSeen: number }) {
  const last = list.rows - 1
  if (last < 0) return null
  const page = Math.max(1, list.seen - 1)
  const step = { up: -1, down: 1, pageUp: -page, pageDown: page, first: -list.rows, last: list.rows }[movement]
  if (from === null && Math.abs(step) === 1) return Math.min(list.firstSeen, last)
  return Math.min(Math.max((from ?? list.firstSeen) + step, 0), last)
}
