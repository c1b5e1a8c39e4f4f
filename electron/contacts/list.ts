import type { ContactLine } from '../../shared/contacts/model.ts'
import { searchText } from '../../shared/contacts/rules.ts'
import { holdsWhatIsChecked, understand, type SearchVariant } from '../../shared/contacts/search.ts'
import { words } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { holderOf } from '../loyalty/holder.ts'
import { firstIds, type Wanted } from './ordering.ts'
import * as queries from './queries.ts'
import { customOf, reachable, toLine } from './rows.ts'

/** Pages up to here come straight from an index; beyond, skipping rows would cost more than the list's order. */
const straightUpTo = 1000

export async function pageOf(wanted: Wanted & { offset: number; limit: number }, context: Context) {
  const { offset, limit } = wanted
  const straight = isStraight(wanted) ? await straightPage(context, wanted) : null
  if (straight) return { total: straight.total, contacts: await linesOf(context.db, straight.ids) }
  const order = await context.lists.order(wanted)
  return { total: order.length, contacts: await linesOf(context.db, [...order.subarray(offset, offset + limit)]) }
}

const isStraight = ({ offset, limit, text, kind, tag, trashed, conditions }: Wanted & { offset: number; limit: number }) =>
  offset + limit <= straightUpTo && text.trim() === '' && kind === null && tag === null && conditions === null && !trashed

async function straightPage({ db, lists }: Context, wanted: Wanted & { offset: number; limit: number }) {
  const total = await lists.total(wanted)
  const until = Math.min(total, wanted.offset + wanted.limit)
  const rows = await firstIds(db, wanted, until).execute()
  // Sorted by company, those without one follow: they are not in that index.
  if (rows.length < until) return null
  return { total, ids: rows.slice(wanted.offset).map(({ id }) => id) }
}

/** In the order of `ids`; whoever has gone meanwhile is left out. */
export async function linesOf(db: Db, ids: readonly number[]): Promise<ContactLine[]> {
  if (ids.length === 0) return []
  const rows = new Map((await queries.lines(db, ids).execute()).map(row => [row.id, row]))
  const tags = await tagNames(db, ids)
  return ids.flatMap(id => {
    const row = rows.get(id)
    return row ? [toLine(row, tags.get(id) ?? [])] : []
  })
}

export async function tagNames(db: Db, ids: readonly number[]) {
  const names = new Map<number, string[]>()
  for (const { contactId, name } of await queries.tagsOf(db, ids).execute()) names.set(contactId, [...(names.get(contactId) ?? []), name])
  return names
}

const candidatesAtMost = 500
const checkedAtMost = 1000
/** Of so many a list of a few lines can be chosen. */
const candidatesEnough = 100

/** Type-ahead: whose card it is; then, of the first few hundred that fit, those whose name begins with what was typed. */
export async function searchLines(db: Db, text: string, limit: number) {
  const ids = new Set<number>()
  for (const variant of understand(text, await queries.allTags(db).execute())) {
    for (const id of await candidates(db, variant)) ids.add(id)
  }
  const ofCard = await holderOf(db, text)
  if (ids.size === 0 && ofCard === null) return []
  const typed = words(text)
  const ranked = (await queries.names(db, [...ids]).execute())
    .map(row => ({ ...row, rank: rank(row, typed) }))
    .sort((a, b) => a.rank - b.rank || (a.sortName < b.sortName ? -1 : 1))
  const inOrder = new Set([...(ofCard === null ? [] : [ofCard]), ...ranked.map(({ id }) => id)])
  return linesOf(db, [...inOrder].slice(0, limit))
}

/** From the quickest way to the surest: each is taken where the ones before it find too few. */
async function candidates(db: Db, variant: SearchVariant) {
  return (await ofWholeWords(db, variant)) ?? (await checkedCandidates(db, variant)) ?? (await matchingIds(db, variant))
}

const matchingIds = async (db: Db, variant: Pick<SearchVariant, 'match' | 'tagIds'>) =>
  (await queries.matching(db, variant, candidatesAtMost).execute()).map(({ id }) => id)

async function ofWholeWords(db: Db, { whole, tagIds }: SearchVariant) {
  if (whole === null) return null
  const ids = await matchingIds(db, { match: whole, tagIds })
  return ids.length < candidatesAtMost ? null : ids
}

/** null where nothing is to be checked, or where too few of too many fit. */
async function checkedCandidates(db: Db, { rough, tagIds }: SearchVariant) {
  if (!rough) return null
  const rows = await queries.matchingTexts(db, { match: rough.match, tagIds }, checkedAtMost).execute()
  const fits = holdsWhatIsChecked(rough)
  const ids = rows
    .filter(row => fits(row.phones, () => searchText({ ...row, ...reachable(row), custom: customOf(row) })))
    .map(({ id }) => id)
  return rows.length < checkedAtMost || ids.length >= candidatesEnough ? ids.slice(0, candidatesAtMost) : null
}

/** How many typed words begin no word of the name or the company; among those who are alike in that, of their own name: who is called so goes before who works there. */
function rank({ sortName, sortOrganization }: { sortName: string; sortOrganization: string }, typed: readonly string[]) {
  const strangeTo = (name: string) => typed.filter(word => !` ${name}`.includes(` ${word}`)).length
  return strangeTo(`${sortName} ${sortOrganization}`) * (typed.length + 1) + strangeTo(sortName)
}
