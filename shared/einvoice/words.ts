import type { Breach } from './rules/rules.ts'

/** What is wrong: not there, not what it adds up from, too many decimals, or not what may stand there. */
export type Fault = 'missing' | 'sum' | 'decimals' | 'unfit'

const sums = /^BR-CO-1[0-7]$|^BR-[A-Z]+-0[89]$/
const unfit = /^BR-(27|29|30|CO-09)$|^BR-(S|Z|E|AE|IC|G|O)-(01|05|06|07|1[1-4])$/

/** For words: the fault, where it is (`lines.0.price` is the `linePrice` of the first line), and in which one of several. */
export function faultOf({ rule, path }: Breach): { fault: Fault; field: string; place: number | null } {
  const fault = rule.startsWith('BR-DEC-') ? 'decimals' : sums.test(rule) ? 'sum' : unfit.test(rule) ? 'unfit' : 'missing'
  const [, place = null] = /^\w+\.(\d+)/.exec(path) ?? []
  const parts = path.split('.').filter(part => !/^\d+$/.test(part))
  return { fault, field: parts.join('_'), place: place === null ? null : Number(place) + 1 }
}
