export type Found = { precision: number; recall: number; f1: number; pairs: number }
export type Quality = { records: number; truePairs: number; seconds: number; suggest: Found; certain: Found }
type Group = { members: readonly number[]; pairs: readonly { a: number; b: number; decision: { isCertain: boolean } }[] }

/** `truths[id]` says who a record is; equal ones are one person, and an empty one is somebody of its own. */
export function qualityOf(truths: readonly string[], groups: readonly Group[], seconds: number): Quality {
  const isTrue = (a: number, b: number) => truths[a] !== '' && truths[a] === truths[b]
  const truePairs = [...countsOf(truths.filter(Boolean)).values()].reduce((sum, count) => sum + pairsAmong(count), 0)
  const certain = groups.flatMap(({ pairs }) => pairs.filter(({ decision }) => decision.isCertain))
  const suggested = groups.map(({ members }) => ({
    all: pairsAmong(members.length),
    right: [...countsOf(members.map(id => truths[id] || `nobody else ${id}`)).values()].reduce((sum, count) => sum + pairsAmong(count), 0),
  }))
  return {
    records: truths.length,
    truePairs,
    seconds: rounded(seconds, 2),
    suggest: found(sum(suggested.map(({ right }) => right)), sum(suggested.map(({ all }) => all)), truePairs),
    certain: found(certain.filter(({ a, b }) => isTrue(a, b)).length, certain.length, truePairs),
  }
}

function countsOf(values: readonly string[]) {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const pairsAmong = (count: number) => (count * (count - 1)) / 2
const sum = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** Where nothing was claimed, nothing was claimed wrongly; where there was nothing to find, all of it was found. */
function found(right: number, claimed: number, truePairs: number): Found {
  const precision = claimed === 0 ? 1 : right / claimed
  const recall = truePairs === 0 ? 1 : right / truePairs
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision: rounded(precision, 5), recall: rounded(recall, 5), f1: rounded(f1, 5), pairs: claimed }
}

export function lines({ records, truePairs, seconds, suggest, certain }: Quality) {
  const line = (name: string, { precision, recall, f1, pairs }: Found) =>
    `${name.padEnd(10)} precision ${shown(precision)}  recall ${shown(recall)}  F1 ${shown(f1)}  ${pairs.toLocaleString('en')} pairs`
  const head = `${records.toLocaleString('en')} records, ${truePairs.toLocaleString('en')} true pairs, ${seconds} s`
  return [head, line('suggest', suggest), line('certain', certain)].join('\n')
}

const shown = (part: number) => part.toFixed(4)
