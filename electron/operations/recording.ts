import type { Database } from 'better-sqlite3'

/** The tables whose every change is kept with the row as it was, so that it can be shown and taken back. */
export const recordedTables = [
  'contact',
  'contactTag',
  'contactMerge',
  'setting',
  'activity',
  'attachment',
  'tag',
  'field',
  'segment',
  'duplicateDismissal',
  'relation',
  'staff',
  'staffService',
  'absence',
  'closure',
  'service',
  'resource',
  'series',
  'appointment',
  'appointmentService',
  'waiting',
  'holeCall',
  'taxRate',
  'product',
  'subscription',
  'subscriptionPeriod',
  'document',
  'documentLine',
  'documentTax',
  'stockMovement',
  'payment',
  'settlement',
  'cashEntry',
  'cashClosing',
  'priceList',
  'priceRule',
  'clientPriceList',
  'reminder',
  'reminderItem',
  'reminderPause',
  'reminderStop',
  'reminderCharge',
  'loyaltyProgramme',
  'loyaltyTerms',
  'loyaltyReward',
  'loyaltyLot',
  'loyaltyRedemption',
  'loyaltyEntry',
  'loyaltyRewardedLine',
  'loyaltyStanding',
  'loyaltyReferral',
  'loyaltyCard',
  'loyaltyCharge',
  'package',
  'voucher',
  'voucherEntry',
  'task',
  'todayMark',
  'pipeline',
  'stage',
  'deal',
  'dealTag',
  'dealMove',
  'purge',
  'savedReport',
  'reportSchedule',
  'commissionRule',
] as const
export type RecordedTable = (typeof recordedTables)[number]

/** What these were given stays: it is put right by an entry of its own, never taken back. */
export const finalTables: readonly RecordedTable[] = [
  'stockMovement',
  'payment',
  'settlement',
  'cashEntry',
  'cashClosing',
  'reminder',
  'reminderItem',
  'loyaltyLot',
  'loyaltyRedemption',
  'loyaltyEntry',
  'loyaltyRewardedLine',
  'loyaltyStanding',
  'loyaltyReferral',
  'loyaltyCharge',
  'voucherEntry',
  'subscriptionPeriod',
  'purge',
]

/** A tag that nobody has is not shown: it stays when what made it is taken back, for others may have begun to use it. */
const staying: readonly RecordedTable[] = ['tag']

/** `dflt_value` is SQL. */
export type Column = { name: string; pk: number; dflt_value: string | null }

export const columnsOf = (sqlite: Database, table: RecordedTable) => sqlite.pragma(`table_info(${table})`) as Column[]

export const keyColumns = (columns: readonly Column[]) => columns.filter(column => column.pk > 0).sort((a, b) => a.pk - b.pk)

/**
 * Temporary triggers, generated from the schema at every opening: no migration can forget them. A change outside an
 * operation fails, since `change.operationId` may not be null.
 */
export function recordChanges(sqlite: Database) {
  sqlite.exec('create temp table if not exists currentOperation (operationId integer not null)')
  for (const table of recordedTables) sqlite.exec(triggersFor(table, columnsOf(sqlite, table)))
}

/** For the taking back of an operation that never finished: what it wrote was never part of the history. */
export function stopRecording(sqlite: Database) {
  for (const table of recordedTables) {
    for (const event of ['Inserted', 'Updated', 'Deleted']) sqlite.exec(`drop trigger if exists temp.${table}${event}`)
  }
}

/** For bulk work that records new rows as ranges of ids; changes of old rows are recorded as ever. */
export function stopRecordingInserts(sqlite: Database, tables: readonly RecordedTable[]) {
  for (const table of tables) sqlite.exec(`drop trigger if exists temp.${table}Inserted`)
}

/** Under whose name the following changes are recorded; null ends it. */
export function setCurrentOperation(sqlite: Database, operationId: number | null) {
  sqlite.exec('delete from temp.currentOperation')
  if (operationId !== null) sqlite.prepare('insert into temp.currentOperation values (?)').run(operationId)
}

const triggersFor = (table: RecordedTable, columns: readonly Column[]) =>
  updateTrigger(table, columns) + (staying.includes(table) ? '' : comeAndGo(table, columns))

const comeAndGo = (table: RecordedTable, columns: readonly Column[]) => `
  create temp trigger if not exists ${table}Inserted after insert on main.${table} begin
    ${record(table, 'insert', rowKey(columns, 'new'), 'null')};
  end;
  create temp trigger if not exists ${table}Deleted after delete on main.${table} begin
    ${record(table, 'delete', rowKey(columns, 'old'), rowImage(columns))};
  end;`

const updateTrigger = (table: RecordedTable, columns: readonly Column[]) => `
  create temp trigger if not exists ${table}Updated after update on main.${table} begin
    ${record(table, 'update', rowKey(columns, 'old'), rowImage(columns))};
  end;`

const record = (table: RecordedTable, action: string, key: string, before: string) =>
  `insert into change (operationId, tableName, rowKey, action, before)
   values ((select operationId from currentOperation), '${table}', ${key}, '${action}', ${before})`

const rowKey = (columns: readonly Column[], row: 'old' | 'new') =>
  `json_array(${keyColumns(columns)
    .map(({ name }) => `${row}.${name}`)
    .join(', ')})`

const rowImage = (columns: readonly Column[]) => `json_object(${columns.map(({ name }) => `'${name}', old.${name}`).join(', ')})`
