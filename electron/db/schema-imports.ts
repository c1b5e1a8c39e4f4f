import type { Generated } from 'kysely'
import type { ImportOutcome, ImportReason } from '../../shared/imports/model.ts'

export type ImportRunTable = {
  id: Generated<number>
  startedAt: string
  fileName: string
  headers: string
  finishedAt: string | null
  operationId: number | null
  settings: Generated<string>
  counts: Generated<string>
}
export type ImportRangeTable = {
  importId: number
  outcome: ImportOutcome
  /** Rows of this outcome before it. */
  position: number
  rows: number
  firstLine: number
  /** Those of the rows follow each other, too; null where no contact belongs to them. */
  firstContact: number | null
  reason: ImportReason | ''
}
export type ImportMappingTable = { header: string; fields: string; usedAt: string }
export type ImportProblemTable = {
  importId: number
  position: number
  line: number
  column: string
  value: string
  reason: string
  params: string
  /** The whole row, beside the first of its problems. */
  cells: string | null
  /** 1 where the row came in without this value, 0 where it did not come in. */
  isTaken: number
}

export type ImportsSchema = {
  importRun: ImportRunTable
  importRange: ImportRangeTable
  importMapping: ImportMappingTable
  importProblem: ImportProblemTable
}
