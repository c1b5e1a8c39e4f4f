import { dayAfter } from '../../shared/zone.ts'

export const followUps = ['none', 'tomorrow', 'threeDays', 'week', 'month', 'day'] as const
export type FollowUpChoice = (typeof followUps)[number]

const days = { tomorrow: 1, threeDays: 3, week: 7, month: 30 } as const

/** The day of what follows; null where nothing does. */
export function followUpDay(choice: FollowUpChoice, day: string, today: string) {
  if (choice === 'none') return null
  return choice === 'day' ? day || null : dayAfter(today, days[choice])
}
