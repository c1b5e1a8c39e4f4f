import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { ListFile, ListImportResult, ListPreview } from './import/model.ts'
import { NewService, Service, ServiceChange } from './model.ts'
import { NewProduct, NewStockMovement, Product, ProductChange, Sellable, StockMovement } from './product.ts'

const id = z.int().positive()

export const catalogueContract = {
  /** Those that are offered no more included. */
  'catalogue.services': query('appointments.read', z.strictObject({}), z.array(Service)),
  'catalogue.createService': command('settings.write', NewService, Service),
  'catalogue.createServices': command(
    'settings.write',
    z.strictObject({ services: z.array(NewService).min(1).max(100) }),
    z.array(Service),
  ),
  'catalogue.changeService': command('settings.write', ServiceChange, Service),
  /** Refused where visits to come take it, unless that is wanted anyway: the failure tells how many. */
  'catalogue.archiveService': command(
    'settings.write',
    z.strictObject({ id, archived: z.boolean(), anyway: z.boolean().default(false) }),
    Service,
  ),
  'catalogue.reorderServices': command('settings.write', z.strictObject({ ids: z.array(id).max(1000) }), z.array(Service)),

  /** Those that are sold no more included. */
  'catalogue.products': query('invoices.read', z.strictObject({}), z.array(Product)),
  'catalogue.createProduct': command('settings.write', NewProduct, Product),
  'catalogue.changeProduct': command('settings.write', ProductChange, Product),
  'catalogue.archiveProduct': command('settings.write', z.strictObject({ id, archived: z.boolean() }), Product),
  'catalogue.moveStock': command('invoices.write', NewStockMovement, Product),
  /** The latest first. */
  'catalogue.stockMovements': query(
    'invoices.read',
    z.strictObject({ productId: id, before: id.nullable().default(null), limit: z.int().min(1).max(200).default(50) }),
    z.array(StockMovement),
  ),
  /** Services and products by a part of their name, their number, or the whole barcode; the likeliest first. */
  'catalogue.find': query(
    'invoices.read',
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(10) }),
    z.array(Sellable),
  ),

  /** What would become of each row of a list of products. */
  'catalogue.previewProducts': report('settings.write', ListFile, ListPreview),
  /** Creates and changes what it says; answers with the rows that did not come in. */
  'catalogue.importProducts': job('settings.write', ListFile, ListImportResult),
  /** The same of a list of services, known by their names. */
  'catalogue.previewServices': report('settings.write', ListFile.omit({ counts: true }), ListPreview),
  'catalogue.importServices': job('settings.write', ListFile.omit({ counts: true }), ListImportResult),
  'exports.products': job('settings.read', z.strictObject({ out: FileToken }), z.strictObject({ rows: z.int() })),
  'exports.services': job('settings.read', z.strictObject({ out: FileToken }), z.strictObject({ rows: z.int() })),
}
