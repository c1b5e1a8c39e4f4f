import type { Formats } from '../paper/formats.ts'
import type { PriceRule } from './model.ts'

type Say = (key: string, params?: Record<string, string>) => string
type Ways = Readonly<{ say: Say; list: (items: readonly string[]) => string; weekday: (day: number) => string }>

/** Why something costs less: Happy hour: 10 % off, Monday and Tuesday, 14:00 to 16:00, until 31 March 2027. Texts are under `prices`. */
export const reasonText = (rule: PriceRule, formats: Formats, ways: Ways) =>
  ways.say('because', {
    name: rule.name,
    what: [effectText(rule, formats, ways), whenText(rule, formats, ways)].filter(Boolean).join(', '),
  })

export function effectText({ effect }: PriceRule, { money, percent }: Formats, { say }: Pick<Ways, 'say'>) {
  if (effect.kind === 'percent') return say('off', { amount: percent(effect.basisPoints) })
  return effect.kind === 'amount' ? say('off', { amount: money(effect.amount) }) : say('fixed', { amount: money(effect.price) })
}

/** Empty where it holds at any time. */
export const whenText = (rule: PriceRule, formats: Formats, { say, list, weekday }: Ways) =>
  [list(rule.weekdays.map(weekday)), spanText(rule.fromTime, rule.toTime, say), daysText(rule, formats, say)].filter(Boolean).join(', ')

const daysText = ({ from, to }: PriceRule, { day }: Formats, say: Say) => spanText(from && day(from), to && day(to), say)

function spanText(from: string | null, to: string | null, say: Say) {
  if (from !== null && to !== null) return say('fromTo', { from, to })
  if (from !== null) return say('from', { from })
  return to === null ? '' : say('until', { to })
}
