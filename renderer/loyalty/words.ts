import { useI18n } from 'vue-i18n'
import type { EarningPart, LedgerLine, Terms } from '../../shared/loyalty/model.ts'
import { useFormatters } from '../composables/formatters.ts'

/** Points in words. */
export function useLoyaltyWords() {
  const { t } = useI18n()
  const { number, money } = useFormatters()

  const points = (count: number, unit: string) => `${number(count)} ${unit}`
  const signed = (count: number) => (count > 0 ? `+${number(count)}` : number(count))

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
    line: ({ kind, reason, reward, number }: LedgerLine) => {
      if (kind === 'earned') return t(`loyalty.lines.${reason ?? 'manual'}`, { number: number ?? '' })
      if (kind === 'spent' && reward === null) return t('loyalty.lines.taken')
      return t(`loyalty.lines.${kind}`, { number: number ?? '', reward: reward ?? '' })
    },
  }
}
