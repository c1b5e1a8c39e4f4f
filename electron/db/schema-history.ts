import type { Generated } from 'kysely'

export type OperationTable = {
  id: Generated<number>
  at: string
  user: string
  call: string
  text: string
  params: string
  contactId: number | null
  undoes: number | null
  undoneBy: number | null
  /** The operation from which it followed: that one can be taken back by itself. */
  follows: number | null
  finishedAt: string | null
}
export type ChangeTable = {
  id: Generated<number>
  operationId: number
  tableName: string
  rowKey: string
  action: 'insert' | 'update' | 'delete'
  before: string | null
}
export type ChangeRangeTable = {
  id: Generated<number>
  operationId: number
  tableName: string
  firstId: number
  lastId: number
}
/** Up to `untilId` the history is forgotten, however much of it is still there. */
export type ForgettingTable = { id: Generated<number>; at: string; before: string; untilId: number; operations: number }
/** The trace of what was deleted for good. */
export type PurgeTable = { id: Generated<number>; at: string; contacts: number; entries: number; files: number }
export type ForgottenContentTable = { hash: string; at: string }

export type HistorySchema = {
  operation: OperationTable
  change: ChangeTable
  changeRange: ChangeRangeTable
  forgetting: ForgettingTable
  purge: PurgeTable
  forgottenContent: ForgottenContentTable
}
