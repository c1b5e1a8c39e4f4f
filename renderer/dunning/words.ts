import { useI18n } from 'vue-i18n'
import type { DunningState, NextReminder } from '../../shared/dunning/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import type { Tone } from '../ui/tones.ts'

const tones = {
  notDue: 'quiet',
  due: 'amber',
  waiting: 'quiet',
  paused: 'blue',
  stopped: 'quiet',
  small: 'quiet',
  finished: 'red',
} as const satisfies Record<DunningState, Tone>

/** What is said of reminders. */
export function useDunningWords() {
  const { t } = useI18n()
  const { date, shortDay } = useWallFormats()

  function nextText({ state, level, on }: NextReminder) {
    // Paused is said by the last day of it, not by the first one after.
    const day = on === null ? '' : shortDay(state === 'paused' ? dayAfter(on, -1) : on)
    return t(`dunning.next.${state}`, { level: level ?? '', day })
  }
  const nextTone = ({ state, level }: NextReminder): Tone => (state === 'due' && level === 3 ? 'red' : tones[state])
  const sentText = (sent: { level: number; day: string } | null) =>
    sent ? t('dunning.sent', { level: sent.level, day: date(sent.day) }) : ''

  return { nextText, nextTone, sentText, levelText: (level: number) => t(`dunning.levels.${level}`) }
}
