import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** Pages that are free inside the file, in bytes. */
export async function aboutDatabase(db: Db) {
  const { rows } = await sql<{ free: number; format: number; sqlite: string }>`
    select freelist_count * page_size as free, user_version as format, sqlite_version() as sqlite
    from pragma_freelist_count, pragma_page_size, pragma_user_version`.execute(db)
  return rows[0]!
}
