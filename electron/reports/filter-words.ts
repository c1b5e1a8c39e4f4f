import { filterNames, type FilterName, type Question } from '../../shared/reports/model.ts'
import { programmesOf } from '../loyalty/find.ts'
import { segmentOf } from '../segments/service.ts'
import { byId as tagById } from '../tags/queries.ts'
import type { Around } from './definition.ts'
import { itemsOf, staffOf } from './names.ts'

/** What a question is narrowed to, for whoever reads the answer later and elsewhere: `Tag: regular`. */
export async function wordsOf(question: Question, around: Around): Promise<string[]> {
  const given = filterNames.filter(name => question[name] !== null)
  const words: string[] = []
  for (const name of given) words.push(`${around.say(`filters.${name}`)}: ${await valueOf(name, question, around)}`)
  return words
}

async function valueOf(name: FilterName, question: Question, around: Around): Promise<string> {
  const { shop, say } = around
  const of: Record<FilterName, () => Promise<string> | string> = {
    staffId: async () => (await staffOf(around))(question.staffId!),
    serviceId: async () => (await itemsOf(around)).nameOf({ kind: 'service', itemId: question.serviceId! }),
    productId: async () => (await itemsOf(around)).nameOf({ kind: 'product', itemId: question.productId! }),
    category: () => question.category || say('noCategory'),
    tier: () => say(`tiers.${question.tier}`),
    programmeId: async () => (await programmesOf(shop)).find(({ id }) => id === question.programmeId)?.name ?? say('unknown'),
    tagId: async () => (await tagById(shop, question.tagId!).executeTakeFirst())?.name ?? say('unknown'),
    source: () => question.source || say('unknown'),
    segmentId: async () => (await segmentOf(shop, question.segmentId!)).name,
  }
  return of[name]()
}
