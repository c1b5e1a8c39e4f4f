/** A pair with what speaks for it; higher is stronger. */
export type Link = { a: number; b: number; strength: number }

const comparedAtMost = 12

/**
 * Groups of pairs that are each likely one person. Two groups become one only where their members agree on the whole: in a chain
 * of likenesses A~B~C it is asked whether A and C are alike too. `alike` says how likely two members are the same, from 0 to 1.
 */
export function group(links: readonly Link[], alike: (a: number, b: number) => number): number[][] {
  const groups = new Map<number, number[]>()
  const groupOf = (member: number) => groups.get(member) ?? [member]
  for (const { a, b } of links.toSorted((one, other) => other.strength - one.strength || one.a - other.a || one.b - other.b)) {
    const [first, second] = [groupOf(a), groupOf(b)]
    if (first === second || !agree(first, second, alike)) continue
    const joined = first.concat(second)
    for (const member of joined) groups.set(member, joined)
  }
  return [...new Set(groups.values())]
}

function agree(a: readonly number[], b: readonly number[], alike: (a: number, b: number) => number) {
  if (a.length === 1 && b.length === 1) return true
  let [sum, count] = [0, 0]
  for (const one of a.slice(0, comparedAtMost)) {
    for (const other of b.slice(0, comparedAtMost)) {
      const likeness = alike(one, other)
      if (likeness < impossible) return false
      sum += likeness
      count++
    }
  }
  return sum / count >= onAverage
}

const impossible = 0
const onAverage = 0.5
