import { isFailure, type Problem } from '../../shared/calendar/problems.ts'
import type { Understood } from './changes.ts'

/** So many are shown; all of them are counted. */
const problemsShown = 500

/** What comes of a file: counted alike before it comes in, and while it does. */
export function createTally(found: readonly Problem[]) {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const problems: Problem[] = [...found]

  return {
    add({ changes, unchanged, problems: more }: Understood) {
      const created = changes.filter(({ action }) => action === 'create').length
      counts.created += created
      counts.updated += changes.length - created
      counts.unchanged += unchanged
      problems.push(...more)
    },
    result: () => ({
      ...counts,
      failed: new Set(problems.filter(({ reason }) => isFailure(reason)).map(({ line }) => line)).size,
      problems: problems.slice(0, problemsShown),
    }),
  }
}
