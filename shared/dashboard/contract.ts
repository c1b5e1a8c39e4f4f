import { z } from 'zod'
import { command, query, report } from '../call.ts'
import { Arrangement, Dashboard, TileNames } from './model.ts'

export const dashboardContract = {
  /** Every tile in its order, the hidden ones too. */
  'dashboard.arrangement': query('reports.read', z.strictObject({}), Arrangement),
  /** null puts everything back to where it was in the beginning. */
  'dashboard.arrange': command('reports.write', z.strictObject({ tiles: Arrangement.nullable() }), Arrangement),
  /** These tiles, or all that are shown, in their order. */
  'dashboard.tiles': report('reports.read', z.strictObject({ tiles: TileNames.nullable().default(null) }), Dashboard),
}
