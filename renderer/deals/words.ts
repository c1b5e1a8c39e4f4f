import { useI18n } from 'vue-i18n'
import type { DealMove } from '../../shared/deals/model.ts'
import type { StageKind } from '../../shared/deals/pipeline.ts'
import type { Temperature } from '../../shared/deals/score.ts'
import { useFormatters } from '../composables/formatters.ts'
import type { Tone } from '../ui/tones.ts'

const dayInMilliseconds = 86_400_000

/** Whole days since a moment. */
export const daysIn = (since: string, now = Date.now()) => Math.max(0, Math.floor((now - Date.parse(since)) / dayInMilliseconds))

export const kindTones = { open: 'blue', onHold: 'amber', won: 'green', lost: 'quiet' } as const satisfies Record<StageKind, Tone>

export const temperatureTones = { hot: 'red', warm: 'amber', cold: 'blue' } as const satisfies Record<Temperature, Tone>

export const eventTones = {
  ...{ created: 'blue', moved: 'blue', won: 'green', lost: 'rose', reopened: 'amber' },
} as const satisfies Record<DealMove['event'], Tone>

type Step = Readonly<Pick<DealMove, 'event' | 'fromStage' | 'toStage'>>

/** What deals and their steps are called. */
export function useDealWords() {
  const { t } = useI18n()
  const { number } = useFormatters()
  return {
    /** A deal without a title is called by whose it is. */
    nameOf: ({ title, contactName }: Readonly<{ title: string; contactName: string }>) => title || contactName,
    stepText: ({ event, fromStage, toStage }: Step) => t(`deals.steps.${event}`, { from: fromStage ?? '', to: toStage }),
    daysText: (days: number) => {
      const whole = Math.max(0, Math.round(days))
      return t('deals.days', { count: number(whole) }, whole)
    },
  }
}
