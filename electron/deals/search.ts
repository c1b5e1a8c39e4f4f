import type { z } from 'zod'
import type { dealsContract } from '../../shared/deals/contract.ts'
import { fold, words } from '../../shared/text.ts'
import type { Context } from '../handlers.ts'
import { namesOf } from '../contacts/names.ts'
import * as queries from './queries.ts'

type Question = z.output<(typeof dealsContract)['deals.search']['input']>

/** Nobody looks for older ones by a piece of their title, and so many are compared within a few milliseconds. */
const latest = 2000

/** Those whose title has every word that was typed, the latest first. */
export async function search({ text, limit }: Question, { db }: Context) {
  const typed = words(text)
  if (typed.length === 0) return []
  const rows = await queries.titles(db, latest).execute()
  const found = rows.filter(({ title }) => hasAll(fold(title), typed)).slice(0, limit)
  const names = await namesOf(
    db,
    found.map(({ contactId }) => contactId),
  )
  return found.map(({ id, title, contactId, outcome }) => ({ id, title, contactName: names.get(contactId) ?? '', outcome }))
}

const hasAll = (title: string, typed: readonly string[]) => typed.every(word => title.includes(word))
