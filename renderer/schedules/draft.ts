import type { Rhythm } from '../../shared/schedules/model.ts'

/** What a dialog asks for: whatever is chosen, the other answers stay for as long as somebody tries things out. */
export type RhythmDraft = Readonly<{ every: Rhythm['every']; weekday: number; day: number; at: string }>

export const usualRhythm: RhythmDraft = { every: 'month', weekday: 1, day: 1, at: '07:00' }

export const draftOf = (rhythm: Rhythm): RhythmDraft => ({
  ...usualRhythm,
  ...{ every: rhythm.every, at: rhythm.at },
  ...(rhythm.every === 'week' && { weekday: rhythm.on }),
  ...(rhythm.every === 'month' && { day: rhythm.on }),
})

export function rhythmOf({ every, weekday, day, at }: RhythmDraft): Rhythm {
  if (every === 'week') return { every, on: weekday, at }
  return every === 'month' ? { every, on: day, at } : { every, at }
}
