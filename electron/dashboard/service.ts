import { shownTiles } from '../../shared/dashboard/arranging.ts'
import type { dashboardContract } from '../../shared/dashboard/contract.ts'
import type { Tile } from '../../shared/dashboard/model.ts'
import type { Handlers } from '../handlers.ts'
import { aroundOf } from '../reports/around.ts'
import { arrange, arrangementOf } from './arrangement.ts'
import { tell } from './tiles.ts'

export const dashboardHandlers: Handlers<typeof dashboardContract> = {
  'dashboard.arrangement': (_input, { db }) => arrangementOf(db),

  'dashboard.arrange': ({ tiles }, { db, describe }) => {
    describe('dashboardArranged', {})
    return arrange(db, tiles)
  },

  'dashboard.tiles': async ({ tiles }, context) => {
    const surroundings = { ...(await aroundOf(context)), context }
    const names = tiles ?? shownTiles(await arrangementOf(context.db)).map(({ tile }) => tile)
    const told: Tile[] = []
    for (const name of names) told.push(await tell(name, surroundings))
    return { day: surroundings.today, currency: surroundings.settings.currency, tiles: told }
  },
}
