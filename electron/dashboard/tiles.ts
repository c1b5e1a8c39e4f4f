import type { Tile, TileName } from '../../shared/dashboard/model.ts'
import { AppError } from '../../shared/errors.ts'
import { textIn } from '../texts.ts'
import type { Source, Surroundings, Told } from './source.ts'
import { birthdaysTile } from './tiles/birthdays.ts'
import { clientsTile, overdueClientsTile } from './tiles/clients.ts'
import { liabilityTile } from './tiles/liability.ts'
import { openItemsTile } from './tiles/open-items.ts'
import { revenueTiles } from './tiles/revenue.ts'
import { backupTile, duplicatesTile } from './tiles/upkeep.ts'
import { noShowsTile, utilisationTile, visitsTile } from './tiles/visits.ts'

const sources: readonly Source[] = [
  ...[visitsTile, ...revenueTiles, openItemsTile, utilisationTile, noShowsTile],
  ...[clientsTile, overdueClientsTile, birthdaysTile, liabilityTile, duplicatesTile, backupTile],
]

/** A tile in the shop's words. */
export async function tell(name: TileName, surroundings: Surroundings): Promise<Tile> {
  const { figures, link, series = null, note = null } = await told(name, surroundings)
  const say = (part: string) => textIn(surroundings.settings.language, `dashboard.${part}.${name}`)
  return {
    ...{ tile: name, title: say('names'), period: say('periods'), figures, note, link },
    series: series && { ...series, about: say('series') },
  }
}

/** While the figures of the diary are counted anew, the tile says so in their place. */
async function told(name: TileName, surroundings: Surroundings): Promise<Told> {
  try {
    return await sources.find(({ tile }) => tile === name)!.tell(surroundings)
  } catch (cause) {
    if (!(cause instanceof AppError && cause.failure.reason === 'figuresBeingCounted')) throw cause
    const note = textIn(surroundings.settings.language, 'errors.figuresBeingCounted')
    return { figures: [], link: { page: 'reports', id: null, query: {} }, note }
  }
}
