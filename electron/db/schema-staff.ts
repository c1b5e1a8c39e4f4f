import type { Generated } from 'kysely'
import type { AbsenceReason } from '../../shared/staff/model.ts'
import type { TagColour } from '../../shared/tags/model.ts'

export type StaffTable = {
  id: Generated<number>
  name: string
  colour: TagColour
  /** shared/hours/model.ts, as JSON. */
  hours: string
  position: number
  createdAt: string
  archivedAt: string | null
}
export type StaffServiceTable = { staffId: number; serviceId: number; durationMinutes: number | null; price: number | null }
export type AbsenceTable = {
  id: Generated<number>
  staffId: number
  firstDay: string
  lastDay: string
  hours: string
  reason: AbsenceReason
  note: string
}
export type ClosureTable = { id: Generated<number>; firstDay: string; lastDay: string; hours: string; name: string }
export type ResourceTable = { id: Generated<number>; name: string; kind: string; position: number; archivedAt: string | null }

export type StaffSchema = {
  staff: StaffTable
  staffService: StaffServiceTable
  absence: AbsenceTable
  closure: ClosureTable
  resource: ResourceTable
}
