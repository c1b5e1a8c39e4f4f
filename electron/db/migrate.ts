import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { migrations } from './migrations/index.ts'

export const versionOf = (sqlite: Database) => Number(sqlite.pragma('user_version', { simple: true }))

/** Brings the database to `target`, one transaction per step, so that a failed step leaves no trace. */
export function migrate(sqlite: Database, steps: readonly string[] = migrations, target = steps.length) {
  const current = versionOf(sqlite)
  if (current > steps.length) throw new AppError('storage', 'databaseNewer', { version: current, known: steps.length })

  const step = sqlite.transaction((sql: string, version: number) => {
    sqlite.exec(sql)
    sqlite.pragma(`user_version = ${version}`)
  })
  steps.slice(current, target).forEach((sql, index) => step.immediate(sql, current + index + 1))
}
