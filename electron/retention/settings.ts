import { defaultRetention, Retention } from '../../shared/retention/model.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'

const name = 'retention'

export async function retentionOf(db: Db): Promise<Retention> {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return Retention.parse({ ...defaultRetention, ...(row && (JSON.parse(row.value) as object)) })
}

export async function changeRetention(db: Db, changes: Partial<Retention>) {
  const settings = { ...(await retentionOf(db)), ...changes }
  await stored.put(db, 'setting', [{ name, value: JSON.stringify(settings) }]).execute()
  return settings
}
