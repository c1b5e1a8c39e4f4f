import type { Generated } from 'kysely'
import type { DunningLevel } from '../../shared/dunning/model.ts'
import type { Language } from '../../shared/settings/model.ts'

/** A letter that was sent. */
export type ReminderTable = {
  id: Generated<number>
  contactId: number | null
  level: DunningLevel
  at: string
  day: string
  payBy: string
  language: Language
  currency: string
  fee: number
  interest: number
  title: string
  text: string
  recipient: string
  seller: string
  user: string
}
/** What it asked for. */
export type ReminderItemTable = {
  id: Generated<number>
  reminderId: number
  documentId: number
  level: DunningLevel
  dueOn: string
  open: number
  interest: number
}
export type ReminderPauseTable = { id: Generated<number>; documentId: number; until: string; note: string }
export type ReminderStopTable = { id: Generated<number>; contactId: number; at: string }
export type ReminderChargeTable = { id: Generated<number>; reminderId: number; documentId: number }

export type DunningSchema = {
  reminder: ReminderTable
  reminderItem: ReminderItemTable
  reminderPause: ReminderPauseTable
  reminderStop: ReminderStopTable
  reminderCharge: ReminderChargeTable
}
