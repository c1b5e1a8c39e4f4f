/** Things by a key, each group in the order in which they came. */
export function groupedBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** Things in portions of a size, the last one smaller. */
export function* portions<T>(things: Iterable<T>, size: number): Generator<T[], void, undefined> {
  let portion: T[] = []
  for (const thing of things) {
    if (portion.push(thing) < size) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}
