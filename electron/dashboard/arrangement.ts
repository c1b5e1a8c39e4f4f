import { completed, isUsual, usualArrangement } from '../../shared/dashboard/arranging.ts'
import { PlacedTile, tileNames, type Arrangement } from '../../shared/dashboard/model.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'

const name = 'dashboard'

/** What nobody has arranged, and tiles that came later, are as usual; tiles that there are no more are passed over. */
export async function arrangementOf(db: Db): Promise<Arrangement> {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  if (!row) return usualArrangement
  const kept = (JSON.parse(row.value) as { tile: string }[]).filter(({ tile }) => tileNames.some(known => known === tile))
  return completed(kept.map(one => PlacedTile.parse(one)))
}

/** The usual arrangement is not kept, so that it may get better one day. */
export async function arrange(db: Db, wanted: Arrangement | null) {
  const arrangement = completed(wanted ?? [])
  if (isUsual(arrangement)) await stored.remove(db, 'setting', name).execute()
  else await stored.put(db, 'setting', [{ name, value: JSON.stringify(arrangement) }]).execute()
  return arrangement
}
