import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/db/migrate.ts'
import { migrations } from '../../electron/db/migrations/index.ts'

const objects = (sqlite: Database.Database) => sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all()

describe('migrations', () => {
  it('leave no trace of a step that failed', () => {
    const sqlite = new Database(':memory:')
    expect(() => migrate(sqlite, ['create table a (x)', 'create table b (x); boom'])).toThrow()
    expect([objects(sqlite), sqlite.pragma('user_version', { simple: true })]).toEqual([['a'], 1])
  })

  it('do nothing to a database that is up to date', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite)
    expect(() => migrate(sqlite)).not.toThrow()
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.length)
  })

  it('refuse a database that a newer version wrote', () => {
    const sqlite = new Database(':memory:')
    sqlite.pragma('user_version = 999')
    expect(() => migrate(sqlite)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ reason: 'databaseNewer' }) }))
  })

  it('lead to the schema that was reviewed', async () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite)
    const schema = sqlite
      .prepare("select sql from sqlite_master where sql is not null and name not like 'contactSearch_%' order by name")
      .pluck()
      .all()
    await expect(`${schema.join(';\n')};\n`).toMatchFileSnapshot('schema.snapshot.sql')
  })
})
