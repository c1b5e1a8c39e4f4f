import { up as operations } from './0001-operations.ts'
import { up as settings } from './0002-settings.ts'
import { up as contacts } from './0003-contacts.ts'
import { up as imports } from './0004-imports.ts'
import { up as merges } from './0005-merges.ts'
import { up as activities } from './0006-activities.ts'
import { up as searchSettings } from './0007-search-settings.ts'
import { up as contactFacts } from './0008-contact-facts.ts'
import { up as importCells } from './0009-import-cells.ts'
import { up as tagColours } from './0010-tag-colours.ts'
import { up as duplicates } from './0011-duplicates.ts'
import { up as attachments } from './0012-attachments.ts'
import { up as fields } from './0013-fields.ts'
import { up as relations } from './0014-relations.ts'
import { up as segments } from './0015-segments.ts'
import { up as importResults } from './0016-import-results.ts'
import { up as staff } from './0017-staff.ts'
import { up as appointments } from './0018-appointments.ts'
import { up as catalogue } from './0019-catalogue.ts'
import { up as invoices } from './0020-invoices.ts'
import { up as payments } from './0021-payments.ts'
import { up as vouchers } from './0022-vouchers.ts'
import { up as dunning } from './0023-dunning.ts'
import { up as recurring } from './0024-recurring.ts'
import { up as prices } from './0026-prices.ts'
import { up as tasks } from './0027-tasks.ts'
import { up as deals } from './0028-deals.ts'
import { up as loyalty } from './0030-loyalty.ts'
import { up as reports } from './0031-reports.ts'
import { up as loyaltyAtSales } from './0032-loyalty.ts'
import { up as desk } from './0033-desk.ts'
import { up as safety } from './0034-safety.ts'
import { up as dashboard } from './0035-dashboard.ts'
import { up as loyaltyCards } from './0036-loyalty-cards.ts'
import { up as clientFigures } from './0037-client-figures.ts'
import { up as commissions } from './0038-commissions.ts'
import { up as schedules } from './0039-schedules.ts'
import { up as loyaltyReservations } from './0040-loyalty-reservations.ts'
import { up as clientDays } from './0041-client-days.ts'
import { up as reportsOfOnesOwn } from './0042-reports-of-ones-own.ts'

/** Append only. A released migration is never edited: old databases have already run it. */
export const migrations: readonly string[] = [
  operations,
  settings,
  contacts,
  imports,
  merges,
  activities,
  searchSettings,
  contactFacts,
  importCells,
  tagColours,
  duplicates,
  attachments,
  fields,
  relations,
  segments,
  importResults,
  staff,
  appointments,
  catalogue,
  invoices,
  payments,
  vouchers,
  dunning,
  recurring,
  prices,
  tasks,
  deals,
  loyalty,
  reports,
  loyaltyAtSales,
  desk,
  safety,
  dashboard,
  loyaltyCards,
  clientFigures,
  commissions,
  schedules,
  loyaltyReservations,
  clientDays,
  reportsOfOnesOwn,
]
