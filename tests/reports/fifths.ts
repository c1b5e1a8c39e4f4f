/** Word for word: where a value stands among all in their order; what is the same stands in the same fifth. */
export function fifthsOf(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const ends = [1, 2, 3, 4].map(fifth => sorted[Math.ceil((sorted.length * fifth) / 5) - 1]!)
  return value => 1 + ends.filter(end => value > end).length
}
