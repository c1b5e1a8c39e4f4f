import type { Tile, TileName } from '../../shared/dashboard/model.ts'
import { textIn } from '../texts.ts'
import type { Source, Surroundings } from './source.ts'
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
  const { figures, link, series = null, note = null } = await sources.find(({ tile }) => tile === name)!.tell(surroundings)
  const say = (part: string) => textIn(surroundings.settings.language, `dashboard.${part}.${name}`)
  return {
    ...{ tile: name, title: say('names'), period: say('periods'), figures, note, link },
    series: series && { ...series, about: say('series') },
  }
}
