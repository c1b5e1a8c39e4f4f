import type { Generated } from 'kysely'
import type { Status } from '../../shared/appointments/model.ts'
import type { lineKinds } from '../../shared/invoices/line.ts'
import type { exportFormats } from '../../shared/schedules/model.ts'

/** What was charged in a period: a day (2026-11-28) or a whole month (2026-11). Nobody and nothing in particular is 0, all items of a kind together are -1. */
export type SaleSumTable = {
  period: string
  currency: string
  staffId: number
  kind: (typeof lineKinds)[number]
  itemId: number
  lines: number
  quantity: number
  net: number
  tax: number
  documents: number
  ofStaff: number
}

/** What was in the diary of a period, likewise; all services together are -1. */
export type VisitSumTable = {
  period: string
  staffId: number
  serviceId: number
  status: Status | 'block'
  visits: number
  ofStaff: number
  services: number
  minutes: number
  value: number
}
export type VisitShapeTable = { period: string; shape: 'hour' | 'lead'; place: number; status: Status; visits: number }

export type SavedReportTable = {
  id: Generated<number>
  name: string
  /** shared/reports/model.ts, as JSON. */
  question: string
  createdAt: string
  changedAt: string
}

/** A report of its own, or a question: one of the two. */
export type ReportScheduleTable = {
  id: Generated<number>
  savedReportId: number | null
  question: string | null
  format: (typeof exportFormats)[number]
  /** shared/schedules/model.ts, as JSON. */
  rhythm: string
  placeId: string
  folder: string
  since: string
  pausedAt: string | null
  createdAt: string
}

export type ScheduleOutcomeTable = {
  scheduleId: number
  doneOn: string | null
  triedAt: string
  attempts: number
  writing: string | null
  writingOn: string | null
  file: string | null
  failure: string | null
}

export type ReportsSchema = {
  saleSum: SaleSumTable
  visitSum: VisitSumTable
  visitShape: VisitShapeTable
  savedReport: SavedReportTable
  reportSchedule: ReportScheduleTable
  scheduleOutcome: ScheduleOutcomeTable
}
