import type { Filters, Group, ReportName, Subject } from '../../shared/reports/model.ts'
import type { Days, Preset } from '../../shared/reports/periods.ts'
import type { Table } from '../../shared/reports/table.ts'
import type { ShopSettings } from '../../shared/settings/model.ts'
import type { Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'

/** What a report knows of the shop and of the moment. */
export type Around = Readonly<{
  /** Where only some clients are asked for, whatever is anybody's is theirs alone. */
  db: Db
  /** Always all of it. */
  shop: Db
  /** Those who are asked for; null where all are. */
  clients: readonly number[] | null
  now: Date
  /** On the shop's wall. */
  today: string
  clock: Clock
  settings: ShopSettings
  /** 1 is Monday. */
  weekStart: number
  /** A text of `reports` in the shop's language. */
  say: (key: string, params?: Record<string, string | number>) => string
}>

export type Asked = Readonly<{
  days: Days
  group: Group | null
  filters: Filters
  /** How many rows are wanted at most; null for all, as a file has them. */
  limit: number | null
  /** The rows that are wanted, where few of many are. */
  only: readonly string[] | null
  /** The period beside which this one is set; null where it is what was asked for. */
  beside: Days | null
}>

/** A report is one of these, in a file of its own. */
export type Definition = Readonly<{
  name: ReportName
  subject: Subject
  /** By what its rows can be told apart; as the first, where nothing is said. None where there is only one way. */
  groups: readonly Group[]
  filters: readonly (keyof Filters)[]
  /** Clients have no part in it: it cannot be narrowed to some of them. */
  isWithoutClients?: true
  /** Made of what is kept of the diary by days and months: nothing is told of it while that is counted anew. */
  isOfDiary?: true
  /** At which period it looks where none is named, and that can be set beside another; null where it tells how things are now. */
  period: Preset | null
  /** Whether its rows are set beside those of another period by their places, whatever they are grouped by. */
  isInOrder?: boolean
  /** What it is narrowed to by itself, in words. */
  words?: (around: Around) => Promise<readonly string[]>
  run(asked: Asked, around: Around): Promise<Table>
}>
