import type { demoContract } from '../../shared/demo/contract.ts'
import { dice } from '../../shared/demo/dice.ts'
import { people, type DemoContact } from '../../shared/demo/people.ts'
import { remembered } from '../../shared/demo/remembered.ts'
import { demoSeed, demoShop } from '../../shared/demo/shop.ts'
import { createActivityWriter } from '../activities/bulk.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { withE164 } from '../contacts/rows.ts'
import { toStaged } from '../contacts/staging.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'

const contactsAtOnce = 2000

export const demoHandlers: Handlers<typeof demoContract> = { 'demo.fill': fill }

async function fill(
  { contacts }: { contacts: number },
  { db, sqlite, now, session, transaction, progress, checkCancelled, describe }: JobContext,
) {
  const { language } = await settingsOf(db)
  const startedAt = now().getTime()
  const writer = createBulkWriter(sqlite)
  const write = createActivityWriter(sqlite, session.user)
  const lastId = sqlite.prepare<[], number>('select max(id) from contact').pluck()
  const memory = dice(demoSeed + 1)
  try {
    let done = 0
    for (const chunk of chunksOf(people(demoSeed, contacts, now(), language), contactsAtOnce)) {
      checkCancelled()
      await transaction(operation => {
        writer.insert(operation, chunk.map(staged))
        const firstId = lastId.get()! - chunk.length + 1
        write(
          operation,
          chunk.flatMap(({ createdAt }, index) =>
            remembered(memory, createdAt, now(), language).map(one => ({ ...one, contactId: firstId + index })),
          ),
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

const staged = ({ contact, createdAt }: DemoContact) =>
  toStaged({ ...contact, phones: withE164(contact.phones, demoShop.country) }, { createdAt, changedAt: createdAt })
