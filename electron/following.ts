import { descriptionKeeper } from './context.ts'
import type { Context } from './handlers.ts'
import type { Follow } from './operations/engine.ts'

/** What follows from changes, whoever made them: points that are reserved with a visit go where it goes. */
export const following =
  (context: Context): Follow =>
  async (db, { operation, tables }) => {
    if (!tables.includes('appointment')) return null
    // Loaded with the diary, and by nobody else.
    const { visitsChangedBy } = await import('./loyalty/visit-reward-queries.ts')
    const visits = await visitsChangedBy(db, operation).execute()
    if (visits.length === 0) return null
    const { keepReservations } = await import('./loyalty/held-points.ts')
    return (db, keep) =>
      keepReservations(
        { ...context, db, describe: descriptionKeeper(keep).describe },
        visits.map(({ id }) => id),
      )
  }
