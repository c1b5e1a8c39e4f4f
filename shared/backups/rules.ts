import { clockIn } from '../zone.ts'
import type { Counts } from './model.ts'

export const extension = '.regulars-backup'

/** `Regulars 2026-11-28 18-42.regulars-backup`, as the clock on the wall says; a second one in that minute has a number. */
export function fileNameOf(madeAt: Date, zone: string, taken: readonly string[]) {
  const [day, time] = clockIn(zone).localOf(madeAt.getTime()).split('T')
  const name = `Regulars ${day} ${time!.replace(':', '-')}`
  const numbered = (number: number) => (number === 1 ? `${name}${extension}` : `${name} (${number})${extension}`)
  let number = 1
  while (taken.includes(numbered(number))) number++
  return numbered(number)
}

type Rhythm = Readonly<{ hasChanges: boolean; lastAt: string | null; everyMinutes: number }>

/** Time for the next one? A clock that was set back is no reason to wait. */
export function isDue({ hasChanges, lastAt, everyMinutes }: Rhythm, now: Date) {
  if (!hasChanges || lastAt === null) return hasChanges
  const minutes = (now.getTime() - Date.parse(lastAt)) / 60_000
  return minutes < 0 || minutes >= everyMinutes
}

/** After a day with changes that no backup has, somebody has to be told. */
export const isOld = ({ hasChanges, lastAt }: Pick<Rhythm, 'hasChanges' | 'lastAt'>, now: Date) =>
  hasChanges && (lastAt === null || now.getTime() - Date.parse(lastAt) > 24 * 3_600_000)

/** How many more a backup has of each kind than there are today: less than none where some came since. */
export const compared = (then: Counts, today: Counts) =>
  (Object.keys(today) as (keyof Counts)[]).map(kind => ({ kind, more: then[kind] - today[kind] })).filter(({ more }) => more !== 0)
