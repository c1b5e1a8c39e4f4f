import type { Kysely } from 'kysely'
import type { AppointmentsSchema } from './schema-appointments.ts'
import type { CatalogueSchema } from './schema-catalogue.ts'
import type { ContactsSchema } from './schema-contacts.ts'
import type { DealsSchema } from './schema-deals.ts'
import type { DocumentsSchema } from './schema-documents.ts'
import type { DunningSchema } from './schema-dunning.ts'
import type { DuplicatesSchema } from './schema-duplicates.ts'
import type { HistorySchema } from './schema-history.ts'
import type { ImportsSchema } from './schema-imports.ts'
import type { LoyaltySchema } from './schema-loyalty.ts'
import type { PaymentsSchema } from './schema-payments.ts'
import type { PricesSchema } from './schema-prices.ts'
import type { ReportsSchema } from './schema-reports.ts'
import type { StaffSchema } from './schema-staff.ts'
import type { TaskSchema } from './schema-tasks.ts'
import type { VouchersSchema } from './schema-vouchers.ts'

export type NamedValueTable = { name: string; value: string }

export type Schema = AppointmentsSchema &
  CatalogueSchema &
  ContactsSchema &
  DealsSchema &
  DocumentsSchema &
  DunningSchema &
  DuplicatesSchema &
  HistorySchema &
  ImportsSchema &
  LoyaltySchema &
  PaymentsSchema &
  PricesSchema &
  ReportsSchema &
  StaffSchema &
  TaskSchema &
  VouchersSchema & {
    setting: NamedValueTable
    preference: NamedValueTable
  }

/** A connection or an open transaction: functions that take a Db work inside both. */
export type Db = Kysely<Schema>
