import { titleLinesAtMost } from '../../imports/table.ts'
import { fold } from '../../text.ts'
import { pricingWords, productWords, serviceWords, unitWords } from './header-words.ts'
import type { ListColumn, ListField, ListKind } from './model.ts'

/** Words without marks and currencies: "VK (brutto) in €" is "vk brutto". */
const bare = (text: string) =>
  fold(text)
    .replace(/\b(eur|usd|gbp|chf|in|try|tl)\b/g, ' ')
    .replace(/[^\p{L}\p{N}²]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')

const phrases = (text: string) => text.split('|').map(bare)
const lookUp = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  // Keys of a literal object are its own.
  new Map((Object.entries(words) as [Key, string][]).flatMap(([key, text]) => phrases(text).map(phrase => [phrase, key] as const)))

const fields: Readonly<Record<ListKind, ReadonlyMap<string, ListField>>> = {
  products: lookUp(productWords),
  services: lookUp(serviceWords),
}
const pricings = lookUp(pricingWords)
const units = lookUp(unitWords)

export const fieldOfHeader = (header: string, kind: ListKind): ListField | null => fields[kind].get(bare(header)) ?? null
export const pricingOf = (cell: string) => pricings.get(bare(cell)) ?? null
export const unitOf = (cell: string) => units.get(bare(cell)) ?? null

/** What the columns mean; of two that mean the same the first. */
export function guessColumns(headers: readonly string[], kind: ListKind): ListColumn[] {
  const taken = new Set<ListField>()
  return headers.map(header => {
    const field = fieldOfHeader(header, kind)
    if (field === null || taken.has(field)) return { header, field: null }
    taken.add(field)
    return { header, field }
  })
}

/** The row that names the columns: a title can stand above it; -1 where none does. */
export function findHeader(rows: readonly (readonly string[])[], kind: ListKind) {
  const known = (cells: readonly string[]) => guessColumns(cells, kind).filter(({ field }) => field !== null).length
  const first = rows.slice(0, titleLinesAtMost + 1)
  const several = first.findIndex(cells => known(cells) > 1)
  return several >= 0 ? several : first.findIndex(cells => known(cells) > 0)
}
