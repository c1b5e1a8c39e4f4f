import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { areCounted } from '../db/visit-sums.ts'

/** Whether what is kept of the diary is counted to the end: half counted, figures would pass for whole ones. */
export async function isCounted(db: Db) {
  const { rows } = await sql.raw<{ counted: number }>(`select ${areCounted} as counted`).execute(db)
  return rows[0]!.counted === 1
}
