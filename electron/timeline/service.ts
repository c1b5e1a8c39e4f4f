import type { z } from 'zod'
import type { timelineContract } from '../../shared/timeline/contract.ts'
import {
  timelineKinds,
  type TimelineCursor,
  type TimelineEntry,
  type TimelinePage,
  type TimelineQuestion,
} from '../../shared/timeline/model.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import type { Below, Source } from './source.ts'
import { sources } from './sources.ts'

export const timelineHandlers: Handlers<typeof timelineContract> = {
  'timeline.list': async (question, { db, now }) =>
    pageOf(db, { ...question, contactId: (await find(db, question.contactId)).id, now: now() }),
}

type Question = Required<z.output<typeof TimelineQuestion>> & { now: Date }

/** Each source gives its next few, and the newest of them all are the page. */
async function pageOf(db: Db, { contactId, dealId, kinds: asked, before, limit, now }: Question): Promise<TimelinePage> {
  const kinds = asked.length > 0 ? asked : timelineKinds
  const wanted = sources.filter(source => source.kinds.some(kind => kinds.includes(kind)) && (dealId === null || source.knowsDeals))
  const found: TimelineEntry[] = []
  const pinned: TimelineEntry[] = []
  for (const source of wanted) {
    found.push(...(await source.entries(db, { contactId, dealId, kinds, below: belowFor(source, before), limit: limit + 1, now })))
    if (before === null) pinned.push(...((await source.pinned?.(db, { contactId, dealId, kinds })) ?? []))
  }
  const entries = found.sort(newestFirst)
  const last = entries.length > limit ? entries[limit - 1]! : null
  return { pinned, entries: entries.slice(0, limit), next: last && { source: last.source, id: last.id, at: last.at } }
}

const rank = (name: string) => sources.findIndex(source => source.name === name)

const newestFirst = (a: TimelineEntry, b: TimelineEntry) =>
  a.at === b.at ? rank(a.source) - rank(b.source) || b.id - a.id : a.at < b.at ? 1 : -1

const afterEverything: Below = { at: '~', id: 0 }

/** Where a source goes on below the last entry, which may have been of another source at the same moment. */
function belowFor({ name }: Source, before: TimelineCursor | null): Below {
  if (before === null) return afterEverything
  const { at, source, id } = before
  if (name === source) return { at, id }
  return { at, id: rank(name) > rank(source) ? Number.MAX_SAFE_INTEGER : 0 }
}
