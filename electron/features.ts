import type { contracts } from '../shared/contract.ts'
import type { Handlers } from './handlers.ts'

type Contracts = typeof contracts
/** The calls of the jobs themselves are answered by the runner, those of problems by the log. */
export type Feature = Exclude<keyof Contracts, 'jobs' | 'problems'>

/**
 * Every feature's handlers, loaded when the first of its calls comes: a start waits for what its first page shows, and a worker thread has in memory
 * what it works with. A call without its handler does not compile; the contracts themselves are the door's, and threads do without.
 */
const features: { readonly [F in Feature]: () => Promise<Handlers<Contracts[F]>> } = {
  contacts: async () => (await import('./contacts/service.ts')).contactHandlers,
  imports: async () => (await import('./imports/service.ts')).importHandlers,
  exports: async () => (await import('./exports/service.ts')).exportHandlers,
  operations: async () => (await import('./operations/service.ts')).operationHandlers,
  settings: async () => (await import('./settings/service.ts')).settingsHandlers,
  tags: async () => (await import('./tags/service.ts')).tagHandlers,
  fields: async () => (await import('./fields/service.ts')).fieldHandlers,
  segments: async () => (await import('./segments/service.ts')).segmentHandlers,
  demo: async () => (await import('./demo/service.ts')).demoHandlers,
  activities: async () => (await import('./activities/service.ts')).activityHandlers,
  timeline: async () => (await import('./timeline/service.ts')).timelineHandlers,
  duplicates: async () => (await import('./duplicates/service.ts')).duplicateHandlers,
  attachments: async () => (await import('./attachments/service.ts')).attachmentHandlers,
  backups: async () => (await import('./backups/service.ts')).backupHandlers,
  vault: async () => (await import('./vault/service.ts')).vaultHandlers,
  relations: async () => (await import('./relations/service.ts')).relationHandlers,
  appointments: async () => (await import('./appointments/service.ts')).appointmentHandlers,
  waiting: async () => (await import('./waiting/service.ts')).waitingHandlers,
  openings: async () => (await import('./openings/service.ts')).openingHandlers,
  commissions: async () => (await import('./commissions/service.ts')).commissionHandlers,
  staff: async () => (await import('./staff/service.ts')).staffHandlers,
  catalogue: async () => (await import('./catalogue/service.ts')).catalogueHandlers,
  resources: async () => (await import('./resources/service.ts')).resourceHandlers,
  recurrence: async () => (await import('./recurrence/service.ts')).recurrenceHandlers,
  calendar: async () => (await import('./calendar/service.ts')).calendarHandlers,
  invoices: async () => (await import('./invoices/service.ts')).invoiceHandlers,
  paper: async () => (await import('./paper/service.ts')).paperHandlers,
  einvoice: async () => (await import('./einvoice/service.ts')).einvoiceHandlers,
  subscriptions: async () => (await import('./subscriptions/service.ts')).subscriptionHandlers,
  dunning: async () => (await import('./dunning/service.ts')).dunningHandlers,
  payments: async () => (await import('./payments/service.ts')).paymentHandlers,
  cashbook: async () => (await import('./cashbook/service.ts')).cashbookHandlers,
  accountant: async () => (await import('./accountant/service.ts')).accountantHandlers,
  checkout: async () => (await import('./checkout/service.ts')).checkoutHandlers,
  taxes: async () => (await import('./taxes/service.ts')).taxHandlers,
  prices: async () => (await import('./prices/service.ts')).priceHandlers,
  loyalty: async () => (await import('./loyalty/service.ts')).loyaltyHandlers,
  vouchers: async () => (await import('./vouchers/service.ts')).voucherHandlers,
  tasks: async () => (await import('./tasks/service.ts')).taskHandlers,
  today: async () => (await import('./today/service.ts')).todayHandlers,
  reminders: async () => (await import('./reminders/service.ts')).reminderHandlers,
  deals: async () => (await import('./deals/service.ts')).dealHandlers,
  diagnostics: async () => (await import('./diagnostics/service.ts')).diagnosticsHandlers,
  retention: async () => (await import('./retention/service.ts')).retentionHandlers,
  reports: async () => (await import('./reports/service.ts')).reportHandlers,
  schedules: async () => (await import('./schedules/service.ts')).scheduleHandlers,
  dashboard: async () => (await import('./dashboard/service.ts')).dashboardHandlers,
}

type Handler = (input: unknown, context: unknown) => unknown

// The door has parsed the input by the schema of the same name: name, input and handler belong together.
export const featureHandler = async (feature: Feature, name: string) => handlerIn(await features[feature](), name)!

export const handlerIn = (handlers: object, name: string) =>
  Object.hasOwn(handlers, name) ? ((handlers as Record<string, unknown>)[name] as Handler) : undefined
