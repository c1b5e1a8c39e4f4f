import type { demoContract } from '../../shared/demo/contract.ts'
import { people, type DemoContact } from '../../shared/demo/people.ts'
import { demoSeed, demoShop } from '../../shared/demo/shop.ts'
import { matchKeys, searchText } from '../../shared/contacts/rules.ts'
import { createBulkWriter, insertColumns, type BulkContact } from '../contacts/bulk.ts'
import { toRow, withE164 } from '../contacts/rows.ts'
import { tagIds } from '../contacts/tags.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'

const contactsAtOnce = 2000

export const demoHandlers: Handlers<typeof demoContract> = { 'demo.fill': fill }

async function fill({ contacts }: { contacts: number }, { db, sqlite, now, transaction, progress, checkCancelled, describe }: JobContext) {
  const { language } = await settingsOf(db)
  const startedAt = now().getTime()
  const tags = new Map<string, number>()
  const writer = createBulkWriter(sqlite)
  try {
    let done = 0
    for (const chunk of chunksOf(people(demoSeed, contacts, now(), language), contactsAtOnce)) {
      checkCancelled()
      await transaction(async operation => {
        for (const name of newTags(chunk, tags)) tags.set(name, (await tagIds(db, [name]))[0]!)
        writer.insert(
          operation,
          chunk.map(one => toBulk(one, tags)),
        )
      })
      done += chunk.length
      progress({ done, total: contacts, perSecond: (done * 1000) / Math.max(1, now().getTime() - startedAt) })
    }
    describe('demoFilled', { count: done })
    return { contacts: done }
  } finally {
    writer.close()
  }
}

function* chunksOf<T>(items: Iterable<T>, size: number): Generator<T[], void, undefined> {
  let chunk: T[] = []
  for (const item of items) {
    if (chunk.push(item) < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

const newTags = (chunk: readonly DemoContact[], known: ReadonlyMap<string, number>) =>
  new Set(chunk.flatMap(({ contact }) => contact.tags.filter(name => !known.has(name))))

function toBulk({ contact, createdAt }: DemoContact, tags: ReadonlyMap<string, number>): BulkContact {
  const written = { ...contact, phones: withE164(contact.phones, demoShop.country) }
  const row = { ...toRow(written), createdAt, changedAt: createdAt }
  return {
    values: insertColumns.map(column => row[column] ?? null),
    search: searchText(written),
    keys: matchKeys({ ...written, sortName: row.sortName }),
    tags: contact.tags.map(name => tags.get(name)!),
  }
}
