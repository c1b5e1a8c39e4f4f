import type { Series, Tile, TileName } from '../../shared/dashboard/model.ts'
import type { Context } from '../handlers.ts'
import type { Around } from '../reports/definition.ts'

/** What a tile knows: all that a report does, and where backups lie. */
export type Surroundings = Around & Readonly<{ context: Context }>

/** Bars before somebody has said in words of which days they are. */
export type Drawn = Omit<Series, 'about'>
export type Told = Readonly<Pick<Tile, 'figures' | 'link'> & { series?: Drawn | null; note?: string }>

/** One tile. Its figures are those of the report or of the page behind it, asked for by the same function. */
export type Source = Readonly<{ tile: TileName; tell(surroundings: Surroundings): Promise<Told> }>
