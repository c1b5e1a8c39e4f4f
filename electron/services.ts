import type { contract } from '../shared/contract.ts'
import type { jobsContract } from '../shared/jobs/contract.ts'
import type { problemsContract } from '../shared/problems/contract.ts'
import { accountantHandlers } from './accountant/service.ts'
import { activityHandlers } from './activities/service.ts'
import { appointmentHandlers } from './appointments/service.ts'
import { attachmentHandlers } from './attachments/service.ts'
import { backupHandlers } from './backups/service.ts'
import { cashbookHandlers } from './cashbook/service.ts'
import { catalogueHandlers } from './catalogue/service.ts'
import { calendarHandlers } from './calendar/service.ts'
import { checkoutHandlers } from './checkout/service.ts'
import { contactHandlers } from './contacts/service.ts'
import { dealHandlers } from './deals/service.ts'
import { demoHandlers } from './demo/service.ts'
import { diagnosticsHandlers } from './diagnostics/service.ts'
import { dunningHandlers } from './dunning/service.ts'
import { duplicateHandlers } from './duplicates/service.ts'
import { einvoiceHandlers } from './einvoice/service.ts'
import { fieldHandlers } from './fields/service.ts'
import { exportHandlers } from './exports/service.ts'
import type { Handlers } from './handlers.ts'
import { invoiceHandlers } from './invoices/service.ts'
import { importHandlers } from './imports/service.ts'
import { openingHandlers } from './openings/service.ts'
import { operationHandlers } from './operations/service.ts'
import { loyaltyHandlers } from './loyalty/service.ts'
import { paperHandlers } from './paper/service.ts'
import { paymentHandlers } from './payments/service.ts'
import { priceHandlers } from './prices/service.ts'
import { recurrenceHandlers } from './recurrence/service.ts'
import { relationHandlers } from './relations/service.ts'
import { reminderHandlers } from './reminders/service.ts'
import { resourceHandlers } from './resources/service.ts'
import { retentionHandlers } from './retention/service.ts'
import { segmentHandlers } from './segments/service.ts'
import { settingsHandlers } from './settings/service.ts'
import { staffHandlers } from './staff/service.ts'
import { subscriptionHandlers } from './subscriptions/service.ts'
import { tagHandlers } from './tags/service.ts'
import { taskHandlers } from './tasks/service.ts'
import { taxHandlers } from './taxes/service.ts'
import { todayHandlers } from './today/service.ts'
import { timelineHandlers } from './timeline/service.ts'
import { voucherHandlers } from './vouchers/service.ts'
import { waitingHandlers } from './waiting/service.ts'

type Features = Omit<typeof contract, keyof typeof jobsContract | keyof typeof problemsContract>

/** Every feature's handlers; those of the jobs themselves belong to the runner, that of problems to the log. */
const features: Handlers<Features> = {
  ...contactHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...operationHandlers,
  ...settingsHandlers,
  ...tagHandlers,
  ...fieldHandlers,
  ...segmentHandlers,
  ...demoHandlers,
  ...activityHandlers,
  ...timelineHandlers,
  ...duplicateHandlers,
  ...attachmentHandlers,
  ...backupHandlers,
  ...retentionHandlers,
  ...diagnosticsHandlers,
  ...relationHandlers,
  ...appointmentHandlers,
  ...waitingHandlers,
  ...openingHandlers,
  ...staffHandlers,
  ...catalogueHandlers,
  ...resourceHandlers,
  ...recurrenceHandlers,
  ...calendarHandlers,
  ...paperHandlers,
  ...invoiceHandlers,
  ...subscriptionHandlers,
  ...einvoiceHandlers,
  ...dunningHandlers,
  ...paymentHandlers,
  ...cashbookHandlers,
  ...accountantHandlers,
  ...checkoutHandlers,
  ...taxHandlers,
  ...priceHandlers,
  ...loyaltyHandlers,
  ...voucherHandlers,
  ...taskHandlers,
  ...todayHandlers,
  ...reminderHandlers,
  ...dealHandlers,
}

type Handler = (input: unknown, context: unknown) => unknown

// The door has parsed the input by the schema of the same name: name, input and handler belong together.
export const featureHandler = (name: string) => (features as Record<string, unknown>)[name] as Handler

export const handlerIn = (handlers: object, name: string) =>
  Object.hasOwn(handlers, name) ? ((handlers as Record<string, unknown>)[name] as Handler) : undefined
