import { useI18n } from 'vue-i18n'
import type { Output } from '../../shared/contract.ts'
import { lineWords } from '../../shared/loyalty/line-words.ts'
import type { EarningPart, LedgerLine, Reward, Terms } from '../../shared/loyalty/model.ts'
import { useFormatters } from '../composables/formatters.ts'

type Balance = Output<'loyalty.balance'>[number]

/** Points in words. */
export function useLoyaltyWords() {
  const { t } = useI18n()
  const { number, money, rate, longDate: day } = useFormatters()

  const points = (count: number, unit: string) => `${number(count)} ${unit}`
  const signed = (count: number) => (count > 0 ? `+${number(count)}` : number(count))

  function effect({ effect }: Reward) {
    if (effect.kind === 'amount') return t('loyalty.off', { amount: money(effect.amount) })
    if (effect.kind === 'percent') return t('loyalty.percentOff', { percent: rate(effect.basisPoints) })
    return t(effect.kind === 'free' ? 'loyalty.oneFree' : 'loyalty.gift')
  }

  return {
    points,
    signed,
    part: ({ reason, points, text }: EarningPart) => t(`loyalty.parts.${reason}`, { points: signed(points), name: text }),
    /** A programme in a line: "1 for €1.00 · twice on Tuesday". */
    terms: ({ byAmount, byVisit, first, birthday, lapsesAfter }: Terms) =>
      [
        byAmount && t('loyalty.says.byAmount', { points: number(byAmount.points), amount: money(byAmount.per) }),
        byVisit && t('loyalty.says.byVisit', { points: number(byVisit.points) }),
        first !== null && t('loyalty.says.first', { points: number(first) }),
        birthday && t('loyalty.says.birthday', { points: number(birthday.points) }),
        lapsesAfter === null ? t('loyalty.says.lasting') : t('loyalty.says.lapses', { count: lapsesAfter }, lapsesAfter),
      ]
        .filter(Boolean)
        .join(' · '),
    /** "Gold until 31 March 2027 · €84.00 to Platinum by 31 March 2027"; empty where there are no tiers. */
    standing({ standing, unit }: Pick<Balance, 'standing' | 'unit'>) {
      if (!standing) return ''
      const { level, until, next, by } = standing
      const missing = next && (by === 'turnover' ? money(next.missing) : points(next.missing, unit))
      return [
        level && until && t('loyalty.tiers.until', { name: level.name, day: day(until) }),
        next && missing && t('loyalty.tiers.next', { missing, name: next.level.name, day: day(next.by) }),
        level?.perk,
      ]
        .filter(Boolean)
        .join(' · ')
    },
    /** A reward in a line: "€5.00 off · from €20.00 · until 31 December 2026". */
    reward: (reward: Reward) =>
      [
        effect(reward),
        reward.minimum > 0 && t('loyalty.fromSale', { amount: money(reward.minimum) }),
        reward.validTo !== null && t('loyalty.untilDay', { day: day(reward.validTo) }),
      ]
        .filter(Boolean)
        .join(' · '),
    line(line: LedgerLine) {
      const { key, params } = lineWords(line, day)
      return t(`loyalty.lines.${key}`, params)
    },
  }
}
