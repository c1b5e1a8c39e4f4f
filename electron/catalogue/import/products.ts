import type { z } from 'zod'
import type { catalogueContract } from '../../../shared/catalogue/contract.ts'
import type { ListFile, ListImportResult } from '../../../shared/catalogue/import/model.ts'
import { changedFields, type Planned } from '../../../shared/catalogue/import/plan.ts'
import { portions } from '../../../shared/group.ts'
import type { Handlers, JobContext } from '../../handlers.ts'
import * as queries from '../product-queries.ts'
import { toRow } from '../products.ts'
import { planFile, productCounts, shownProducts } from './plan-products.ts'

type ImportCalls = Pick<typeof catalogueContract, 'catalogue.previewProducts' | 'catalogue.importProducts'>

export const productImportHandlers: Handlers<ImportCalls> = {
  'catalogue.previewProducts': async (input, context) => {
    const plan = await planFile(input, context)
    const { encoding, delimiter, columns } = plan.table
    return { name: plan.name, encoding, delimiter, columns: [...columns], ...productCounts(plan.planned), rows: shownProducts(plan) }
  },
  'catalogue.importProducts': importProducts,
}

const rowsAtOnce = 500

/** Rows that are wrong stay out. What is counted comes last, and all at once: entries of the stock are never taken back. */
async function importProducts(input: ListFile, context: JobContext): Promise<z.infer<typeof ListImportResult>> {
  const { transaction, describe, checkCancelled, progress } = context
  const plan = await planFile(input, context)
  const writing = plan.planned.filter(({ outcome }) => outcome === 'created' || outcome === 'changed')
  const counted: Counted[] = []
  let done = 0
  for (const rows of portions(writing, rowsAtOnce)) {
    checkCancelled()
    await transaction(async () => {
      for (const row of rows) counted.push(...(await write(row, context)))
    })
    done += rows.length
    progress({ done, total: writing.length, perSecond: null })
  }
  if (counted.length > 0) await transaction(() => count(counted, context))
  describe('productsImported', { count: writing.length, file: plan.name })
  return { ...productCounts(plan.planned), rows: shownProducts(plan).filter(({ outcome }) => outcome === 'rejected') }
}

type Counted = { productId: number; quantity: number }

/** Answers with what is to be entered for its stock. */
async function write({ before, after, stock }: Planned, { db, now }: JobContext): Promise<Counted[]> {
  const productId = before?.id ?? (await create(after!, db, now().toISOString()))
  if (before && changedFields(before, after!).length > 0) await queries.update(db, productId, toRow(after!)).execute()
  return stock === null ? [] : [{ productId, quantity: stock - (before?.stock ?? 0) }]
}

async function create(product: NonNullable<Planned['after']>, db: JobContext['db'], createdAt: string) {
  const { id } = await queries.insert(db, { ...toRow(product), createdAt, archivedAt: null }).executeTakeFirstOrThrow()
  return id
}

async function count(counted: readonly Counted[], { db, now, session }: JobContext) {
  const facts = { reason: 'count' as const, documentId: null, at: now().toISOString(), note: '', user: session.user }
  for (const one of counted) await queries.move(db, { ...one, ...facts }).execute()
}
