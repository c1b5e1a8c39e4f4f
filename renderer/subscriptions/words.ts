import { useI18n } from 'vue-i18n'
import type { Subscription, SubscriptionState } from '../../shared/subscriptions/model.ts'
import { rhythmOf } from '../../shared/subscriptions/rhythm.ts'
import type { Tone } from '../ui/tones.ts'

const tones = { active: 'green', waiting: 'amber', paused: 'quiet', over: 'quiet' } as const satisfies Record<SubscriptionState, Tone>

/** What recurring invoices are called. */
export function useSubscriptionWords() {
  const { t } = useI18n()

  function rhythmText({ rule, startsOn }: Pick<Subscription, 'rule' | 'startsOn'>) {
    const rhythm = rhythmOf(rule, startsOn)
    if (!rhythm) return rule
    const often = t(`subscriptions.every.${rhythm.unit}`, { count: rhythm.every }, rhythm.every)
    return rhythm.onLastDay ? t('subscriptions.onLastDay', { often }) : often
  }

  return {
    rhythmText,
    /** What it is about: its subject, else its first line. */
    aboutText: ({ template }: Pick<Subscription, 'template'>) => template.title || (template.lines[0]?.name ?? ''),
    stateText: (state: SubscriptionState) => t(`subscriptions.states.${state}`),
    stateTone: (state: SubscriptionState): Tone => tones[state],
  }
}
