import type { z } from 'zod'
import type { ContactFilter } from '../../shared/contacts/model.ts'
import { factColumns, fieldColumns, lineColumns, type EntryCounts, type FactWords } from '../../shared/exports/columns.ts'
import type { ContactExport, exportsContract } from '../../shared/exports/contract.ts'
import type { Language } from '../../shared/settings/model.ts'
import { linesOf, tagNames } from '../contacts/list.ts'
import { toContact } from '../contacts/rows.ts'
import type { Db } from '../db/schema.ts'
import { fieldsOf } from '../fields/service.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { writeTable } from '../files/csv-file.ts'
import * as queries from './queries.ts'

type Wanted = z.output<typeof ContactExport>

const contactsAtOnce = 500

export const exportHandlers: Handlers<typeof exportsContract> = { 'exports.contacts': exportContacts }

async function exportContacts(wanted: Wanted, context: JobContext) {
  const { language } = await settingsOf(context.db)
  const ids = await idsOf(wanted, context)
  const table = wanted.columns ? lineRows(context, ids, wanted.columns, language) : fieldRows(context, ids, language)
  const { rows } = await writeTable(context.destination(wanted.out).path, table, wanted)
  return { contacts: rows }
}

const everybody: ContactFilter = { text: '', kind: null, tag: null, trashed: false, conditions: null }

/** In the list's order, also where somebody has picked a few of them. */
async function idsOf({ selection, order }: Wanted, { lists }: JobContext): Promise<Uint32Array> {
  if ('filter' in selection) return lists.order({ ...selection.filter, ...order })
  const wanted = new Set(selection.ids)
  return (await lists.order({ ...everybody, ...order })).filter(id => wanted.has(id))
}

type Ids = readonly number[] | Uint32Array

/** Every field: the header says what an import makes of it. */
async function* fieldRows(context: JobContext, ids: Ids, language: Language) {
  const { db } = context
  const kinds = { person: textIn(language, 'exportColumns.person'), company: textIn(language, 'exportColumns.company') }
  const current = (await fieldsOf(db)).filter(({ archivedAt }) => archivedAt === null)
  const columns = fieldColumns(await countEntries(db, ids), kinds, factWords(language), current)
  yield [columns.map(({ header, number, name }) => name ?? textIn(language, `exportColumns.${header}`, { number }))]
  for await (const page of pages(ids, context)) {
    const rows = new Map((await queries.contacts(db, page).execute()).map(row => [row.id, row]))
    const tags = await tagNames(db, page)
    const contacts = page.flatMap(id => {
      const row = rows.get(id)
      return row ? [toContact(row, tags.get(id) ?? [])] : []
    })
    yield contacts.map(contact => columns.map(({ value }) => value(contact)))
  }
}

const factWords = (language: Language): FactWords => ({
  alert({ kind, text }) {
    if (kind === 'other') return text
    return text ? textIn(language, `contacts.alerts.${kind}`, { text }) : textIn(language, `contacts.alerts.kinds.${kind}`)
  },
  channel: channel => textIn(language, `contacts.channels.${channel}`),
  custom: {
    yes: textIn(language, 'fields.yes'),
    no: textIn(language, 'fields.no'),
    date: day => day,
    number: String,
  },
  consent: ({ state, on, source }) => [textIn(language, `contacts.consents.${state}`), on, source].filter(Boolean).join(', '),
})

async function* lineRows(context: JobContext, ids: Ids, names: readonly string[], language: Language) {
  const columns = lineColumns(names, await fieldsOf(context.db), factWords(language))
  yield [columns.map(({ header, name }) => name ?? textIn(language, `contacts.columns.${header}`))]
  for await (const page of pages(ids, context)) {
    yield (await linesOf(context.db, page)).map(line => columns.map(({ value }) => value(line)))
  }
}

async function countEntries(db: Db, ids: Ids): Promise<EntryCounts> {
  const counts: EntryCounts = {
    ...{ phones: 0, emails: 0, addresses: 0 },
    ...{ alerts: 0, consents: 0, preferredChannel: 0, followUpOn: 0, blockedAt: 0 },
  }
  for (let at = 0; at < ids.length; at += contactsAtOnce) {
    const found = await queries.entryCounts(db, [...ids.slice(at, at + contactsAtOnce)]).executeTakeFirstOrThrow()
    for (const list of ['phones', 'emails', 'addresses', ...factColumns] as const) counts[list] = Math.max(counts[list], found[list] ?? 0)
  }
  return counts
}

async function* pages(ids: Ids, { checkCancelled, progress, now }: JobContext) {
  const startedAt = now().getTime()
  for (let at = 0; at < ids.length; at += contactsAtOnce) {
    checkCancelled()
    yield [...ids.slice(at, at + contactsAtOnce)]
    const done = Math.min(ids.length, at + contactsAtOnce)
    const milliseconds = now().getTime() - startedAt
    progress({ done, total: ids.length, perSecond: milliseconds > 0 ? Math.round((done * 1000) / milliseconds) : null })
  }
}
