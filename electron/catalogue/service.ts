import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import type { Handlers } from '../handlers.ts'
import { catalogueExportHandlers } from './export.ts'
import { productImportHandlers } from './import/products.ts'
import { serviceImportHandlers } from './import/services.ts'
import { productHandlers } from './products.ts'
import { findSellables } from './search.ts'
import { serviceHandlers } from './services.ts'
import { stockHandlers } from './stock.ts'

export const catalogueHandlers: Handlers<typeof catalogueContract> = {
  ...serviceHandlers,
  ...productHandlers,
  ...stockHandlers,
  ...productImportHandlers,
  ...serviceImportHandlers,
  ...catalogueExportHandlers,
  'catalogue.find': ({ text, limit }, { db }) => findSellables(db, text, limit),
}
