import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import { productColumns, serviceColumns } from '../../shared/catalogue/export-columns.ts'
import { decimalsOf } from '../../shared/money.ts'
import { writeTable } from '../files/csv-file.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { taxesOf } from '../taxes/find.ts'
import { textIn } from '../texts.ts'
import { servicesOf } from './find.ts'
import { productsOf } from './product-find.ts'

type ExportCalls = Pick<typeof catalogueContract, 'exports.products' | 'exports.services'>

export const catalogueExportHandlers: Handlers<ExportCalls> = {
  'exports.products': async ({ out }, context) => write(out, await productsOf(context.db), productColumns, context),
  'exports.services': async ({ out }, context) => write(out, await servicesOf(context.db), serviceColumns, context),
}

type Columns<T> = readonly { header: string; value(item: T, words: Awaited<ReturnType<typeof wordsOf>>): string }[]

/** What is sold and offered today; the rest is history. */
async function write<T extends { archivedAt: string | null }>(out: string, all: readonly T[], columns: Columns<T>, context: JobContext) {
  const words = await wordsOf(context)
  const current = all.filter(({ archivedAt }) => archivedAt === null)
  async function* table() {
    yield [columns.map(({ header }) => textIn(words.language, `catalogueColumns.${header}`))]
    yield current.map(item => columns.map(({ value }) => value(item, words)))
  }
  return writeTable(context.destination(out).path, table())
}

async function wordsOf({ db }: JobContext) {
  const { language, currency } = await settingsOf(db)
  const rates = await taxesOf(db)
  return {
    ...{ language, decimals: decimalsOf(currency) },
    rateName: (id: number | null) => rates.find(rate => rate.id === id)?.name ?? '',
    pricing: (pricing: 'gross' | 'net') => textIn(language, `catalogue.priceHas.${pricing}`),
  }
}
