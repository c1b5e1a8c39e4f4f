import { words } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** By the index of words, or by looking at each document in turn. */
export type Search = Readonly<{ by: 'index'; match: string }> | Readonly<{ by: 'look'; beginnings: readonly string[] }>

const wordsAtMost = 8
/** Looking these up takes some 20 ms. Of more, the first page is full after looking at a few hundred. */
const lookedUpAtMost = 4000

/** How to find the documents with a word that begins with each of those typed; null where none was. */
export async function searchFor(db: Db, text: string): Promise<Search | null> {
  const beginnings = words(text).slice(0, wordsAtMost)
  if (beginnings.length === 0) return null
  const match = beginnings.map(word => `"${word}"*`).join(' AND ')
  const { documents } = await queries.countMatching(db, match, lookedUpAtMost + 1).executeTakeFirstOrThrow()
  return documents > lookedUpAtMost ? { by: 'look', beginnings } : { by: 'index', match }
}
