import { displayName } from '../../shared/contacts/rules.ts'
import { Summary } from '../../shared/operations/model.ts'
import { eventOf, fieldChanges, type RowImage } from '../../shared/timeline/changes.ts'
import type { EntryOf } from '../../shared/timeline/model.ts'
import * as contacts from '../contacts/queries.ts'
import { toContact } from '../contacts/rows.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import type { Below, Source } from './source.ts'

type Step = { id: number; operationId: number; action: string }
type Ids = readonly number[]

/** What was done with the contact itself: how it came, and each change with the values before and after. */
export const changeSource: Source = {
  name: 'change',
  kinds: ['change'],
  /** Also what was done with those who have become a part of the contact; what was done with several at once is told once. */
  async entries(db, { contactId, below, limit }) {
    const told = new Map<number, EntryOf<'change'>>()
    for (const entry of await entriesOf(db, contactId, null, below, limit)) told.set(entry.id, entry)
    for (const { id, name } of await partsOf(db, contactId)) {
      for (const entry of await entriesOf(db, id, name, below, limit)) if (!told.has(entry.id)) told.set(entry.id, entry)
    }
    return [...told.values()]
  },
}

async function entriesOf(db: Db, contactId: number, part: string | null, below: Below, limit: number) {
  const bulk = await bulkOperation(db, contactId)
  const operations = await queries.operationsOn(db, contactId, bulk, below, limit).execute()
  const ids = operations.map(({ id }) => id)
  const rows = await rowsAround(db, contactId, ids)
  const tags = await tagsChanged(db, contactId, ids)
  return operations.map(({ id, at, user, call, text, params }): EntryOf<'change'> => {
    const { before, after, isNew } = rows(id)
    const fields = before && after ? fieldChanges(before, after) : []
    const event = eventOf({ call, isNew: isNew || id === bulk, wasTrashed: isTrashed(before), isTrashed: isTrashed(after) })
    return {
      source: 'change',
      id,
      at,
      user,
      event,
      part,
      summary: Summary.parse({ text, params: JSON.parse(params) }),
      fields,
      ...tags(id),
    }
  })
}

async function partsOf(db: Db, contactId: number) {
  const rows = await queries.mergedInto(db, contactId).execute()
  return rows.map(row => ({ id: row.id, name: displayName(toContact(row, [])) }))
}

const isTrashed = (image: RowImage | null) => (image?.trashedAt ?? null) !== null

/** The import (or demo) that brought the contact among many. */
async function bulkOperation(db: Db, contactId: number) {
  const range = await queries.rangeOf(db, contactId).executeTakeFirst()
  return range && range.lastId >= contactId ? range.operationId : null
}

/** The contact's row before and after each of these operations: what came after is what stood before the next change. */
async function rowsAround(db: Db, contactId: number, operations: Ids) {
  const steps = await queries.stepsOf(db, contactId).execute()
  const spans = new Map(operations.map(id => [id, spanOf(steps, id)]))
  const needed = [...spans.values()].flatMap(span => (span ? [span.first.id, span.next?.id ?? 0] : []))
  const found = needed.length > 0 ? await queries.images(db, needed).execute() : []
  const images = new Map(found.map(({ id, before }) => [id, before === null ? null : (JSON.parse(before) as RowImage)]))
  const current: RowImage | null = (await contacts.byId(db, contactId).executeTakeFirst()) ?? null
  return (operation: number) => {
    const span = spans.get(operation)
    if (!span) return { before: null, after: null, isNew: false }
    const after = span.next ? (images.get(span.next.id) ?? null) : current
    return { before: images.get(span.first.id) ?? null, after, isNew: span.first.action === 'insert' }
  }
}

function spanOf(steps: readonly Step[], operation: number) {
  const first = steps.find(step => step.operationId === operation)
  const last = steps.findLastIndex(step => step.operationId === operation)
  return first && { first, next: steps[last + 1] }
}

/** What was put on and taken off in the end: a tag that an operation gave and took again is neither. */
async function tagsChanged(db: Db, contactId: number, operations: Ids) {
  const changes = operations.length > 0 ? await queries.tagChanges(db, contactId, operations).execute() : []
  return (operation: number) => {
    const own = changes.filter(({ operationId }) => operationId === operation)
    const net = (name: string) => own.reduce((sum, change) => sum + (change.name !== name ? 0 : change.action === 'insert' ? 1 : -1), 0)
    const names = [...new Set(own.map(({ name }) => name))]
    return { tagsAdded: names.filter(name => net(name) > 0), tagsRemoved: names.filter(name => net(name) < 0) }
  }
}
