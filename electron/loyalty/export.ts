import type { z } from 'zod'
import { guardText } from '../../shared/csv/guard.ts'
import { portions } from '../../shared/group.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Language } from '../../shared/settings/model.ts'
import { namesOf } from '../contacts/names.ts'
import { writeTable } from '../files/csv-file.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { numbersOf } from './card-queries.ts'
import { programmeOf, programmesOf } from './find.ts'
import * as queries from './member-queries.ts'
import { allLapsing, membersOf, named, wantedOf } from './members.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

const atOnce = 500
const header = (language: Language, columns: readonly string[]) => [columns.map(column => textIn(language, `loyalty.export.${column}`))]

/** As the list shows them. */
export async function exportMembers({ out, ...filter }: Input<'exports.members'>, context: JobContext) {
  const { db, checkCancelled } = context
  const { language } = await settingsOf(db)
  const { name: programme, unit } = await programmeOf(db, filter.programmeId)
  const wanted = await wantedOf(db, filter)
  async function* table() {
    yield header(language, ['clientNumber', 'client', 'card', 'programme', 'points', 'unit', 'tier', 'lastOn'])
    for (let offset = 0; ; offset += atOnce) {
      checkCancelled()
      const page = await membersOf(db, wanted, { offset, limit: atOnce })
      const cards = await newestCards(
        db,
        page.map(({ contactId }) => contactId),
      )
      yield page.map(({ contactId, name, points, tier, lastOn }) => [
        String(contactId),
        guardText(name),
        cards.get(contactId) ?? '',
        guardText(programme),
        String(points),
        guardText(unit),
        guardText(tier),
        lastOn,
      ])
      if (page.length < atOnce) return
    }
  }
  return writeTable(context.destination(out).path, table())
}

const newestCards = async (db: Db, contactIds: readonly number[]) =>
  new Map((await numbersOf(db, contactIds).execute()).map(({ contactId, number }) => [contactId, number]))

/** Who is to be told, before they lose something. */
export async function exportLapsing({ out, ...wanted }: Input<'exports.lapsing'>, context: JobContext) {
  const { language } = await settingsOf(context.db)
  async function* table() {
    yield header(language, ['clientNumber', 'client', 'points', 'lapsesOn'])
    for (const page of portions(await allLapsing(wanted, context), atOnce)) {
      context.checkCancelled()
      const clients = await named(context.db, page)
      yield clients.map(({ contactId, name, points, on }) => [String(contactId), guardText(name), String(points), on])
    }
  }
  return writeTable(context.destination(out).path, table())
}

/** Everything that ever happened with points, in its order: whoever adds up a client's lines has their balance. */
export async function exportPoints({ out }: Input<'exports.points'>, context: JobContext) {
  const { language } = await settingsOf(context.db)
  const programmes = new Map((await programmesOf(context.db)).map(({ id, name }) => [id, name]))
  const columns = ['at', 'day', 'programme', 'clientNumber', 'client', 'what', 'points', 'lapsesOn', 'number', 'reward', 'note', 'user']
  async function* table() {
    yield header(language, columns)
    for await (const { names, rows } of pages(context))
      yield rows.map(row => {
        const what = textIn(language, `loyalty.export.kinds.${row.kind}`)
        const client = [String(row.contactId), guardText(names.get(row.contactId) ?? ''), what, String(row.points), row.lapsesOn ?? '']
        const about = [row.number ?? '', row.reward ?? '', row.note, row.user].map(guardText)
        return [row.at, row.day, guardText(programmes.get(row.programmeId) ?? ''), ...client, ...about]
      })
  }
  return writeTable(context.destination(out).path, table())
}

async function* pages({ db, checkCancelled, progress }: JobContext) {
  let [after, done] = [{ at: '', place: 0, id: 0 }, 0]
  for (;;) {
    checkCancelled()
    const rows = await queries.booked(db, after, atOnce).execute()
    const last = rows.at(-1)
    if (!last) return
    const names = await namesOf(
      db,
      rows.map(({ contactId }) => contactId),
    )
    yield { names, rows }
    after = { at: last.at, place: last.place, id: last.id }
    done += rows.length
    progress({ done, total: null, perSecond: null })
  }
}
