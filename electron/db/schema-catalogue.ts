import type { Generated } from 'kysely'
import type { stockReasons } from '../../shared/catalogue/product.ts'
import type { Unit } from '../../shared/invoices/line.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import type { TagColour } from '../../shared/tags/model.ts'
import type { TaxCategory } from '../../shared/taxes/model.ts'

export type ServiceTable = {
  id: Generated<number>
  name: string
  category: string
  durationMinutes: number
  processingAfterMinutes: number | null
  processingMinutes: number | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  price: number | null
  pricing: Generated<Pricing>
  taxRateId: number | null
  colour: TagColour
  seats: number
  resourceKind: string
  note: string
  position: number
  createdAt: string
  archivedAt: string | null
}
export type ProductTable = {
  id: Generated<number>
  name: string
  category: string
  sku: string
  barcode: string
  unit: Unit
  price: number
  pricing: Pricing
  taxRateId: number | null
  cost: number | null
  isStocked: number
  note: string
  archivedAt: string | null
  createdAt: string
}
export type StockMovementTable = {
  id: Generated<number>
  productId: number
  at: string
  reason: (typeof stockReasons)[number]
  quantity: number
  documentId: number | null
  note: string
  user: string
}
export type TaxRateTable = {
  id: Generated<number>
  name: string
  category: TaxCategory
  periods: string
  reason: string
  reasonCode: string
  position: number
  archivedAt: string | null
  createdAt: string
}
export type PackageTable = {
  id: Generated<number>
  name: string
  serviceId: number
  units: number
  paidUnits: number
  price: number
  pricing: Pricing
  archivedAt: string | null
  createdAt: string
}

export type CatalogueSchema = {
  service: ServiceTable
  product: ProductTable
  stockMovement: StockMovementTable
  taxRate: TaxRateTable
  package: PackageTable
}
