import type { z } from 'zod'
import type { Kind } from './call.ts'
import { accountantContract } from './accountant/contract.ts'
import { activitiesContract } from './activities/contract.ts'
import { attachmentsContract } from './attachments/contract.ts'
import { appointmentsContract } from './appointments/contract.ts'
import { backupsContract } from './backups/contract.ts'
import { diagnosticsContract } from './diagnostics/contract.ts'
import { vaultContract } from './vault/contract.ts'
import { retentionContract } from './retention/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { catalogueContract } from './catalogue/contract.ts'
import { contactsContract } from './contacts/contract.ts'
import { demoContract } from './demo/contract.ts'
import { dealsContract } from './deals/contract.ts'
import { duplicatesContract } from './duplicates/contract.ts'
import { exportsContract } from './exports/contract.ts'
import { fieldsContract } from './fields/contract.ts'
import { importsContract } from './imports/contract.ts'
import { jobsContract } from './jobs/contract.ts'
import { openingsContract } from './openings/contract.ts'
import { operationsContract } from './operations/contract.ts'
import { problemsContract } from './problems/contract.ts'
import { recurrenceContract } from './recurrence/contract.ts'
import { relationsContract } from './relations/contract.ts'
import { remindersContract } from './reminders/contract.ts'
import { reportsContract } from './reports/contract.ts'
import { schedulesContract } from './schedules/contract.ts'
import { dashboardContract } from './dashboard/contract.ts'
import { resourcesContract } from './resources/contract.ts'
import { segmentsContract } from './segments/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { commissionsContract } from './commissions/contract.ts'
import { staffContract } from './staff/contract.ts'
import { tagsContract } from './tags/contract.ts'
import { timelineContract } from './timeline/contract.ts'
import { cashbookContract } from './cashbook/contract.ts'
import { checkoutContract } from './checkout/contract.ts'
import { dunningContract } from './dunning/contract.ts'
import { einvoiceContract } from './einvoice/contract.ts'
import { invoicesContract } from './invoices/contract.ts'
import { paperContract } from './paper/contract.ts'
import { paymentsContract } from './payments/contract.ts'
import { pricesContract } from './prices/contract.ts'
import { loyaltyContract } from './loyalty/contract.ts'
import { subscriptionsContract } from './subscriptions/contract.ts'
import { tasksContract } from './tasks/contract.ts'
import { todayContract } from './today/contract.ts'
import { taxesContract } from './taxes/contract.ts'
import { vouchersContract } from './vouchers/contract.ts'
import { waitingContract } from './waiting/contract.ts'

/** Each feature's whole surface. */
export const contracts = {
  contacts: contactsContract,
  imports: importsContract,
  exports: exportsContract,
  operations: operationsContract,
  settings: settingsContract,
  tags: tagsContract,
  fields: fieldsContract,
  segments: segmentsContract,
  jobs: jobsContract,
  demo: demoContract,
  problems: problemsContract,
  activities: activitiesContract,
  timeline: timelineContract,
  duplicates: duplicatesContract,
  attachments: attachmentsContract,
  backups: backupsContract,
  vault: vaultContract,
  retention: retentionContract,
  diagnostics: diagnosticsContract,
  relations: relationsContract,
  openings: openingsContract,
  staff: staffContract,
  commissions: commissionsContract,
  catalogue: catalogueContract,
  resources: resourcesContract,
  appointments: appointmentsContract,
  waiting: waitingContract,
  calendar: calendarContract,
  recurrence: recurrenceContract,
  taxes: taxesContract,
  prices: pricesContract,
  payments: paymentsContract,
  invoices: invoicesContract,
  paper: paperContract,
  subscriptions: subscriptionsContract,
  einvoice: einvoiceContract,
  dunning: dunningContract,
  checkout: checkoutContract,
  cashbook: cashbookContract,
  loyalty: loyaltyContract,
  vouchers: vouchersContract,
  accountant: accountantContract,
  tasks: tasksContract,
  today: todayContract,
  reminders: remindersContract,
  deals: dealsContract,
  reports: reportsContract,
  schedules: schedulesContract,
  dashboard: dashboardContract,
}

type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never

/** Every call there is, by its name. */
export const contract = Object.assign({}, ...Object.values(contracts)) as Intersection<(typeof contracts)[keyof typeof contracts]>

type Calls = typeof contract
export type CallName = keyof Calls
type NamesOf<K extends Kind> = { [N in CallName]: Calls[N]['kind'] extends K ? N : never }[CallName]
export type JobName = NamesOf<'job'>
export type DirectName = Exclude<CallName, JobName>

export type Input<N extends CallName> = z.input<Calls[N]['input']>
export type Output<N extends CallName> = z.output<Calls[N]['output']>
