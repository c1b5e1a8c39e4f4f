import { join } from 'node:path'
import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Salvaged } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { keepDerived } from '../db/derived.ts'
import { makeFile, openFile, saltOf } from '../db/file.ts'
import { knowLetters } from '../db/letters.ts'
import { migrate, versionOf } from '../db/migrate.ts'
import { fillPointSums } from '../db/point-sums.ts'
import { fillContactDates } from '../db/migrations/0033-desk.ts'
import { migrations } from '../db/migrations/index.ts'
import { rebuildRhythm } from '../db/rhythm.ts'
import { rebuildSaleSums } from '../db/sale-sums.ts'
import { knowShopTime } from '../db/shop-time.ts'
import { rebuildVisitSums } from '../db/visit-sums.ts'
import { textIn } from '../texts.ts'
import { makeUpEntries } from './lost-entries.ts'
import { dropAstray, salvageTable } from './salvage-rows.ts'

type Control = { checkCancelled(): void; advance(rows: number): void }

/** Made anew from the rest. */
const derived = [
  'contactSearch',
  'contactKey',
  'contactDate',
  'clientRhythm',
  'documentSearch',
  'saleSum',
  'clientSale',
  'visitSum',
  'visitShape',
  'visitMoved',
  'groupTime',
  'figureBasis',
  'loyaltyMember',
  'loyaltyFlow',
]

const findDocumentsAgain = `
  insert into documentSearch (documentSearch) values ('delete-all');
  insert into documentSearch (rowid, text) select id, search || ' ' || coalesce(sequence, '') from document;`

/**
 * Reads what can be read of a damaged database into a new one, table by table. The new one has the form of the old, so that no row
 * has to be understood; then it is brought up to date, loses what points at nothing, and gets its look-up tables again.
 */
export function salvage(damaged: string, folder: string, control: Control, now: Date) {
  const database = join(folder, 'salvaged.db')
  rmSync(database, { force: true })
  const source = openDamaged(damaged)
  const target = makeFile(database, saltOf(damaged))
  try {
    knowLetters(target)
    knowShopTime(target)
    target.pragma('journal_mode = delete')
    target.pragma('synchronous = off')
    const version = readableVersion(source)
    migrate(target, migrations, version)
    const tables = salvageTables(source, target, control)
    if (tables.every(({ saved }) => saved === 0)) throw new AppError('storage', 'nothingSalvaged')
    migrate(target)
    const unsettled = makeUp(target, now)
    makeDerived(target)
    return { database, tables, unsettled }
  } finally {
    target.close()
    source.close()
  }
}

/** Whether it can be opened at all. */
function openDamaged(file: string) {
  try {
    const source = openFile(file, { readonly: true, fileMustExist: true })
    source.pragma('cell_size_check = on')
    return source
  } catch (cause) {
    throw new AppError('storage', 'nothingSalvaged', {}, { cause })
  }
}

function readableVersion(source: Database) {
  try {
    const version = versionOf(source)
    if (version > 0 && version <= migrations.length) return version
  } catch (cause) {
    throw new AppError('storage', 'nothingSalvaged', {}, { cause })
  }
  throw new AppError('storage', 'nothingSalvaged')
}

function salvageTables(source: Database, target: Database, control: Control): Salvaged[] {
  const triggers = takeTriggers(target)
  target.pragma('foreign_keys = off')
  const tables = tablesOf(target).map(table => {
    control.checkCancelled()
    return { table, ...salvageTable(source, target, table, control) }
  })
  const dropped = dropAstray(target)
  target.pragma('foreign_keys = on')
  for (const sql of triggers) target.exec(sql)
  return tables.map(({ table, saved, lost }) => {
    const gone = dropped.get(table) ?? 0
    return { table, saved: saved - gone, lost: lost + gone }
  })
}

const tablesOf = (target: Database) =>
  target
    .prepare<[], string>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by rowid`)
    .pluck()
    .all()
    .filter(name => !derived.some(other => name === other || name.startsWith(`${other}_`)))

/** What is final must not be changed: but here nothing is changed, it is put back. */
function takeTriggers(target: Database) {
  const triggers = target.prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_schema where type = 'trigger'`).all()
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`)
  return triggers.map(({ sql }) => sql)
}

function makeUp(target: Database, now: Date) {
  const triggers = takeTriggers(target)
  const language = target.prepare<[], string>(`select value ->> '$' from setting where name = 'language'`).pluck().get()
  const unsettled = makeUpEntries(target, { note: textIn(language === 'de' ? 'de' : 'en', 'backups.rescue.madeUp'), now })
  for (const sql of triggers) target.exec(sql)
  return unsettled
}

function makeDerived(target: Database) {
  keepDerived(target)
  target.transaction(() => {
    target.exec('delete from contactKey; update contact set id = id')
    target.exec(findDocumentsAgain)
    target.exec(`delete from contactDate; ${fillContactDates}`)
    target.exec(`delete from loyaltyMember; delete from loyaltyFlow; ${fillPointSums}`)
    rebuildRhythm(target)
    rebuildSaleSums(target)
    rebuildVisitSums(target)
  })()
}
