import type { Contract } from '../shared/call.ts'
import { accountantContract } from '../shared/accountant/contract.ts'
import { activitiesContract } from '../shared/activities/contract.ts'
import { appointmentsContract } from '../shared/appointments/contract.ts'
import { attachmentsContract } from '../shared/attachments/contract.ts'
import { backupsContract } from '../shared/backups/contract.ts'
import { calendarContract } from '../shared/calendar/contract.ts'
import { cashbookContract } from '../shared/cashbook/contract.ts'
import { catalogueContract } from '../shared/catalogue/contract.ts'
import { checkoutContract } from '../shared/checkout/contract.ts'
import { contactsContract } from '../shared/contacts/contract.ts'
import { dealsContract } from '../shared/deals/contract.ts'
import { demoContract } from '../shared/demo/contract.ts'
import { dunningContract } from '../shared/dunning/contract.ts'
import { duplicatesContract } from '../shared/duplicates/contract.ts'
import { einvoiceContract } from '../shared/einvoice/contract.ts'
import { exportsContract } from '../shared/exports/contract.ts'
import { fieldsContract } from '../shared/fields/contract.ts'
import { importsContract } from '../shared/imports/contract.ts'
import { invoicesContract } from '../shared/invoices/contract.ts'
import { loyaltyContract } from '../shared/loyalty/contract.ts'
import { openingsContract } from '../shared/openings/contract.ts'
import { operationsContract } from '../shared/operations/contract.ts'
import { paperContract } from '../shared/paper/contract.ts'
import { paymentsContract } from '../shared/payments/contract.ts'
import { pricesContract } from '../shared/prices/contract.ts'
import { recurrenceContract } from '../shared/recurrence/contract.ts'
import { relationsContract } from '../shared/relations/contract.ts'
import { remindersContract } from '../shared/reminders/contract.ts'
import { resourcesContract } from '../shared/resources/contract.ts'
import { segmentsContract } from '../shared/segments/contract.ts'
import { settingsContract } from '../shared/settings/contract.ts'
import { commissionsContract } from '../shared/commissions/contract.ts'
import { staffContract } from '../shared/staff/contract.ts'
import { subscriptionsContract } from '../shared/subscriptions/contract.ts'
import { tagsContract } from '../shared/tags/contract.ts'
import { tasksContract } from '../shared/tasks/contract.ts'
import { taxesContract } from '../shared/taxes/contract.ts'
import { timelineContract } from '../shared/timeline/contract.ts'
import { todayContract } from '../shared/today/contract.ts'
import { vouchersContract } from '../shared/vouchers/contract.ts'
import { waitingContract } from '../shared/waiting/contract.ts'
import { diagnosticsContract } from '../shared/diagnostics/contract.ts'
import { vaultContract } from '../shared/vault/contract.ts'
import { retentionContract } from '../shared/retention/contract.ts'
import { reportsContract } from '../shared/reports/contract.ts'
import { schedulesContract } from '../shared/schedules/contract.ts'
import { dashboardContract } from '../shared/dashboard/contract.ts'
import type { Handlers } from './handlers.ts'

/**
 * Every feature's handlers, loaded when the first of its calls comes: a start waits for what its first page shows, and a worker thread has in memory
 * what it works with. Those of the jobs themselves belong to the runner, that of problems to the log.
 */
const features = new Map([
  ...feature(contactsContract, async () => (await import('./contacts/service.ts')).contactHandlers),
  ...feature(importsContract, async () => (await import('./imports/service.ts')).importHandlers),
  ...feature(exportsContract, async () => (await import('./exports/service.ts')).exportHandlers),
  ...feature(operationsContract, async () => (await import('./operations/service.ts')).operationHandlers),
  ...feature(settingsContract, async () => (await import('./settings/service.ts')).settingsHandlers),
  ...feature(tagsContract, async () => (await import('./tags/service.ts')).tagHandlers),
  ...feature(fieldsContract, async () => (await import('./fields/service.ts')).fieldHandlers),
  ...feature(segmentsContract, async () => (await import('./segments/service.ts')).segmentHandlers),
  ...feature(demoContract, async () => (await import('./demo/service.ts')).demoHandlers),
  ...feature(activitiesContract, async () => (await import('./activities/service.ts')).activityHandlers),
  ...feature(timelineContract, async () => (await import('./timeline/service.ts')).timelineHandlers),
  ...feature(duplicatesContract, async () => (await import('./duplicates/service.ts')).duplicateHandlers),
  ...feature(attachmentsContract, async () => (await import('./attachments/service.ts')).attachmentHandlers),
  ...feature(backupsContract, async () => (await import('./backups/service.ts')).backupHandlers),
  ...feature(vaultContract, async () => (await import('./vault/service.ts')).vaultHandlers),
  ...feature(relationsContract, async () => (await import('./relations/service.ts')).relationHandlers),
  ...feature(appointmentsContract, async () => (await import('./appointments/service.ts')).appointmentHandlers),
  ...feature(waitingContract, async () => (await import('./waiting/service.ts')).waitingHandlers),
  ...feature(openingsContract, async () => (await import('./openings/service.ts')).openingHandlers),
  ...feature(commissionsContract, async () => (await import('./commissions/service.ts')).commissionHandlers),
  ...feature(staffContract, async () => (await import('./staff/service.ts')).staffHandlers),
  ...feature(catalogueContract, async () => (await import('./catalogue/service.ts')).catalogueHandlers),
  ...feature(resourcesContract, async () => (await import('./resources/service.ts')).resourceHandlers),
  ...feature(recurrenceContract, async () => (await import('./recurrence/service.ts')).recurrenceHandlers),
  ...feature(calendarContract, async () => (await import('./calendar/service.ts')).calendarHandlers),
  ...feature(invoicesContract, async () => (await import('./invoices/service.ts')).invoiceHandlers),
  ...feature(paperContract, async () => (await import('./paper/service.ts')).paperHandlers),
  ...feature(einvoiceContract, async () => (await import('./einvoice/service.ts')).einvoiceHandlers),
  ...feature(subscriptionsContract, async () => (await import('./subscriptions/service.ts')).subscriptionHandlers),
  ...feature(dunningContract, async () => (await import('./dunning/service.ts')).dunningHandlers),
  ...feature(paymentsContract, async () => (await import('./payments/service.ts')).paymentHandlers),
  ...feature(cashbookContract, async () => (await import('./cashbook/service.ts')).cashbookHandlers),
  ...feature(accountantContract, async () => (await import('./accountant/service.ts')).accountantHandlers),
  ...feature(checkoutContract, async () => (await import('./checkout/service.ts')).checkoutHandlers),
  ...feature(taxesContract, async () => (await import('./taxes/service.ts')).taxHandlers),
  ...feature(pricesContract, async () => (await import('./prices/service.ts')).priceHandlers),
  ...feature(loyaltyContract, async () => (await import('./loyalty/service.ts')).loyaltyHandlers),
  ...feature(vouchersContract, async () => (await import('./vouchers/service.ts')).voucherHandlers),
  ...feature(tasksContract, async () => (await import('./tasks/service.ts')).taskHandlers),
  ...feature(todayContract, async () => (await import('./today/service.ts')).todayHandlers),
  ...feature(remindersContract, async () => (await import('./reminders/service.ts')).reminderHandlers),
  ...feature(dealsContract, async () => (await import('./deals/service.ts')).dealHandlers),
  ...feature(diagnosticsContract, async () => (await import('./diagnostics/service.ts')).diagnosticsHandlers),
  ...feature(retentionContract, async () => (await import('./retention/service.ts')).retentionHandlers),
  ...feature(reportsContract, async () => (await import('./reports/service.ts')).reportHandlers),
  ...feature(schedulesContract, async () => (await import('./schedules/service.ts')).scheduleHandlers),
  ...feature(dashboardContract, async () => (await import('./dashboard/service.ts')).dashboardHandlers),
])

/** Typed by the feature's contract: a call without its handler does not compile. */
function feature<C extends Contract>(calls: C, load: () => Promise<Handlers<C>>) {
  return Object.keys(calls).map((name): [string, () => Promise<object>] => [name, load])
}

type Handler = (input: unknown, context: unknown) => unknown

// The door has parsed the input by the schema of the same name: name, input and handler belong together.
export const featureHandler = async (name: string) => ((await features.get(name)!()) as Record<string, unknown>)[name] as Handler

export const handlerIn = (handlers: object, name: string) =>
  Object.hasOwn(handlers, name) ? ((handlers as Record<string, unknown>)[name] as Handler) : undefined
