import type { Build } from '../../../shared/reports/built/model.ts'
import type { Around } from '../definition.ts'
import { sharedNames } from './figures.ts'
import { sourceFor } from './sources.ts'

/** What has to be known to read a report right; `cut` is how many rows there are room for, where there were more. */
export async function remarksOf(build: Build, cut: number | null, around: Around) {
  const ofSubject = (await sourceFor(build.subject).remarks?.(build, around)) ?? []
  const ofBounds = sharedNames(build).length > 0 ? 'remarks.someRowsShared' : 'remarks.someRows'
  return [
    ...ofSubject,
    ...(build.bounds.length > 0 ? [around.say(ofBounds)] : []),
    ...(cut === null ? [] : [around.say('remarks.cut', { count: cut })]),
  ]
}
