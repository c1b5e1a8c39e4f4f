import type { demoContract } from '../../shared/demo/contract.ts'
import { dice } from '../../shared/demo/dice.ts'
import { demoColours, demoFields, demoValues } from '../../shared/demo/fields.ts'
import { people, type DemoContact } from '../../shared/demo/people.ts'
import { phrases } from '../../shared/demo/phrases.ts'
import { remembered } from '../../shared/demo/remembered.ts'
import { demoSeed, demoShop } from '../../shared/demo/shop.ts'
import type { Custom, NewField } from '../../shared/fields/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { TagColour } from '../../shared/tags/model.ts'
import { fold } from '../../shared/text.ts'
import { createActivityWriter } from '../activities/bulk.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { tagByFoldedName } from '../contacts/queries.ts'
import { withE164 } from '../contacts/rows.ts'
import { toStaged } from '../contacts/staging.ts'
import type { Db } from '../db/schema.ts'
import { fillBooks } from './books.ts'
import { fillDeals } from './deals.ts'
import { fillDiary } from './diary.ts'
import { fillReports } from './reports.ts'
import { fillTasks } from './tasks.ts'
import { portions } from '../../shared/group.ts'
import { fieldLike } from '../fields/service.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { createRelationWriter } from '../relations/bulk.ts'
import { settingsOf } from '../settings/service.ts'
import { update as updateTag } from '../tags/queries.ts'

const contactsAtOnce = 2000

export const demoHandlers: Handlers<typeof demoContract> = { 'demo.fill': fill, 'demo.fillBooks': fillBooks }

async function fill({ contacts }: { contacts: number }, context: JobContext) {
  const { db, sqlite, now, transaction, progress, checkCancelled, describe } = context
  const { language } = await settingsOf(db)
  const startedAt = now().getTime()
  const writer = createBulkWriter(sqlite)
  try {
    const write = await chunkWriter(context, writer, language)
    let done = 0
    for (const chunk of portions(people(demoSeed, contacts, now(), language), contactsAtOnce)) {
      checkCancelled()
      await transaction(operation => write(operation, chunk))
      done += chunk.length
      progress({ done, total: contacts, perSecond: (done * 1000) / Math.max(1, now().getTime() - startedAt) })
    }
    await transaction(() => colourTags(db, demoColours(phrases[language].tags)))
    await fillDiary(context)
    await fillDeals(context)
    await fillTasks(context)
    await fillReports(context)
    describe('demoFilled', { count: done })
    return { contacts: done }
  } finally {
    writer.close()
  }
}

/** Writes contacts with what the shop remembers of them and whom they are linked with, chunk after chunk. */
async function chunkWriter(context: JobContext, writer: ReturnType<typeof createBulkWriter>, language: Language) {
  const { db, sqlite, now, session, transaction } = context
  const fieldIds = await transaction(() => ownFields(db, demoFields(language)))
  const remember = createActivityWriter(sqlite, session.user)
  const link = createRelationWriter(sqlite)
  const lastId = sqlite.prepare<[], number>('select max(id) from contact').pluck()
  const [memory, knowledge] = [dice(demoSeed + 1), dice(demoSeed + 2)]
  const firstIds: number[] = []
  const idAt = (place: number) => firstIds[Math.floor(place / contactsAtOnce)]! + (place % contactsAtOnce)

  return (operation: number, chunk: readonly DemoContact[]) => {
    const at = now()
    writer.insert(
      operation,
      chunk.map(one => staged(one, demoValues(knowledge, one.contact.kind, fieldIds, at))),
    )
    const firstId = lastId.get()! - chunk.length + 1
    firstIds.push(firstId)
    const told = chunk.map(({ createdAt }) => remembered(memory, createdAt, at, language))
    remember(
      operation,
      told.flatMap((entries, index) => entries.map(one => ({ ...one, contactId: firstId + index }))),
    )
    const ties = chunk.flatMap(({ ties }) => ties.map(({ kind, from, to }) => ({ kind, fromId: idAt(from), toId: idAt(to) })))
    link(operation, ties, at.toISOString())
  }
}

async function ownFields(db: Db, fields: readonly NewField[]) {
  const ids: (number | null)[] = []
  for (const field of fields) ids.push(await fieldLike(db, field))
  return ids
}

/** A colour that somebody chose stays. */
async function colourTags(db: Db, colours: readonly [string, TagColour][]) {
  for (const [name, colour] of colours) {
    const tag = await tagByFoldedName(db, fold(name)).executeTakeFirst()
    if (tag && tag.colour === null) await updateTag(db, tag.id, { colour }).execute()
  }
}

const staged = ({ contact, createdAt }: DemoContact, custom: Custom) =>
  toStaged({ ...contact, custom, phones: withE164(contact.phones, demoShop.country) }, { createdAt, changedAt: createdAt })
