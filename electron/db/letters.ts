import type { Database } from 'better-sqlite3'
import { digitsOf } from '../../shared/segments/rules.ts'
import { fold } from '../../shared/text.ts'

/** SQLite compares texts as the rest of the product does: every connection has these. */
export function knowLetters(sqlite: Database) {
  sqlite.function('folded', { deterministic: true }, text => fold(String(text ?? '')))
  sqlite.function('digits', { deterministic: true }, text => digitsOf(String(text ?? '')))
}
