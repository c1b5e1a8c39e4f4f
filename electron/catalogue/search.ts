import type { Sellable } from '../../shared/catalogue/product.ts'
import { fold, words } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import { servicesOf } from './find.ts'
import { toProduct } from './product-find.ts'
import * as queries from './product-queries.ts'

type Candidate = Readonly<{ kind: Sellable['kind']; id: number; name: string; codes: readonly string[] }>

/** The likeliest first, and what is equally likely by its name. */
export async function findSellables(db: Db, text: string, limit: number): Promise<Sellable[]> {
  const services = new Map((await servicesOf(db)).filter(({ archivedAt }) => archivedAt === null).map(one => [one.id, one]))
  const products = await queries.names(db).execute()
  const candidates: Candidate[] = [
    ...[...services.values()].map(({ id, name }) => ({ kind: 'service' as const, id, name, codes: [] })),
    ...products.map(({ id, name, sku, barcode }) => ({ kind: 'product' as const, id, name, codes: [sku, barcode] })),
  ]
  const found = likeliest(candidates, text, limit)
  const ids = found.filter(({ kind }) => kind === 'product').map(({ id }) => id)
  const rows = new Map((await queries.byIds(db, ids).execute()).map(row => [row.id, toProduct(row)]))
  return found.map(({ kind, id }) => {
    if (kind === 'product') return sellable(kind, rows.get(id)!)
    const service = services.get(id)!
    return sellable(kind, { ...service, price: service.price ?? 0, unit: 'C62', stock: null })
  })
}

function likeliest(candidates: readonly Candidate[], text: string, limit: number) {
  const typed = { whole: fold(text.trim()), words: words(text) }
  return candidates
    .map(candidate => ({ candidate, name: fold(candidate.name) }))
    .map(({ candidate, name }) => ({ candidate, name, rank: rankOf(name, candidate.codes.map(fold), typed) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank! || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** The whole number or barcode, the beginning of the name, the beginnings of its words or of the number, any part of it; else null. */
function rankOf(name: string, codes: readonly string[], typed: { whole: string; words: readonly string[] }) {
  if (typed.whole !== '' && codes.includes(typed.whole)) return 0
  if (name.startsWith(typed.whole)) return 1
  const hasAll = typed.words.length > 0 && typed.words.every(word => name.includes(word))
  if (hasAll && beginWords(name, typed.words)) return 2
  if (codes.some(code => code.startsWith(typed.whole))) return 2
  return hasAll ? 3 : null
}

function beginWords(name: string, typed: readonly string[]) {
  const parts = words(name)
  return typed.every(word => parts.some(part => part.startsWith(word)))
}

const sellable = (
  kind: Sellable['kind'],
  { id, name, category, unit, price, pricing, taxRateId, stock }: Omit<Sellable, 'kind'>,
): Sellable => ({
  ...{ kind, id, name, category, unit, price, pricing, taxRateId, stock },
})
