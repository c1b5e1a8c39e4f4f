import type { z } from 'zod'
import type { catalogueContract } from '../../../shared/catalogue/contract.ts'
import type { ListField, ListFile, ListImportResult, PlannedRow } from '../../../shared/catalogue/import/model.ts'
import { changedServiceFields, planServices, type PlannedService } from '../../../shared/catalogue/import/plan-services.ts'
import type { NewService } from '../../../shared/catalogue/model.ts'
import type { Formats } from '../../../shared/paper/formats.ts'
import type { Context, Handlers, JobContext } from '../../handlers.ts'
import type { Shop } from '../../invoices/shop.ts'
import { textIn } from '../../texts.ts'
import { servicesOf } from '../find.ts'
import * as queries from '../queries.ts'
import { addServices, toRow } from '../services.ts'
import { countsOf, readList, shownRows } from './reading.ts'

type Calls = Pick<typeof catalogueContract, 'catalogue.previewServices' | 'catalogue.importServices'>
type Wanted = Omit<ListFile, 'counts'>

export const serviceImportHandlers: Handlers<Calls> = {
  'catalogue.previewServices': async (input, context) => {
    const { planned, ...list } = await planFile(input, context)
    const { encoding, delimiter, columns } = list.table
    const rows = shownRows(planned, list, changesOf)
    return { name: list.name, encoding, delimiter, columns: [...columns], ...countsOf(planned), counted: 0, rows }
  },
  'catalogue.importServices': importServices,
}

async function planFile(input: Wanted, context: Context) {
  const list = await readList('services', input, context)
  const planned = [...planServices(list.rows, await servicesOf(context.db)), ...list.broken].toSorted((a, b) => a.line - b.line)
  return { ...list, planned }
}

/** Rows that are wrong stay out. A shop does not do so much that it could not be written at once. */
async function importServices(input: Wanted, context: JobContext): Promise<z.infer<typeof ListImportResult>> {
  const { planned, ...list } = await planFile(input, context)
  const writing = planned.filter(({ outcome }) => outcome === 'created' || outcome === 'changed')
  context.checkCancelled()
  await context.transaction(async () => {
    for (const { before, after } of writing) if (before) await queries.update(context.db, before.id, toRow(after!)).execute()
    const fresh = writing.filter(({ before }) => before === null).map(({ after }) => after!)
    await addServices(fresh, context)
  })
  context.describe('servicesImported', { count: writing.length, file: list.name })
  const rows = shownRows(planned, list, changesOf).filter(({ outcome }) => outcome === 'rejected')
  return { ...countsOf(planned), counted: 0, rows }
}

const fieldOf = { durationMinutes: 'minutes', taxRateId: 'taxRate' } as const
type Kept = ReturnType<typeof changedServiceFields>[number]
const isRenamed = (field: Kept): field is keyof typeof fieldOf => Object.hasOwn(fieldOf, field)

function changesOf({ before, after }: PlannedService, shop: Shop, formats: Formats): PlannedRow['changes'] {
  const fields = before ? changedServiceFields(before, after!) : (['durationMinutes', 'price', 'category', 'taxRateId'] as const)
  return fields.flatMap((kept): PlannedRow['changes'] => {
    const field: ListField = isRenamed(kept) ? fieldOf[kept] : kept
    const [from, to] = [before ? textOf(kept, before, shop, formats) : '', textOf(kept, after!, shop, formats)]
    return from === to ? [] : [{ field, from, to }]
  })
}

function textOf(field: Kept, service: NewService, { rates, settings: { language } }: Shop, formats: Formats): string {
  if (field === 'price') return service.price === null ? '' : formats.money(service.price)
  if (field === 'pricing') return textIn(language, `catalogue.priceHas.${service.pricing}`)
  if (field === 'taxRateId') return rates.find(({ id }) => id === service.taxRateId)?.name ?? ''
  return String(service[field])
}
