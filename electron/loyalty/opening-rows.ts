import { emailKey, phoneKey } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { ImportProblem } from '../../shared/imports/model.ts'
import type { FileRecord } from '../../shared/imports/records.ts'
import { readCardNumber } from '../../shared/loyalty/card.ts'
import { openingColumns, readPoints, type OpeningField, type OpeningFile, type OpeningProblem } from '../../shared/loyalty/opening.ts'
import { toE164, type Country } from '../../shared/phone.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { toProblem } from '../imports/problems.ts'
import { brokenRow } from '../imports/rows.ts'
import { wholeTable } from '../imports/whole-table.ts'
import { settingsOf } from '../settings/service.ts'
import { byNumber } from './card-queries.ts'
import { programmeOf } from './find.ts'
import * as queries from './opening-queries.ts'

/** A row of the file: whose points it brings and the number of a card that is not known yet, or what is wrong with it. */
export type OpeningRow = Readonly<{
  contactId: number | null
  client: string
  points: number
  card: string | null
  note: string
  problem: ImportProblem | null
}>

const rowsAtMost = 100_000
type Cells = Readonly<Partial<Record<OpeningField, string>>>
type Reading = Readonly<{ db: Db; country: Country; headers: readonly string[]; columns: readonly (OpeningField | null)[] }>

export async function readOpening({ file, programmeId, ...options }: OpeningFile, context: Context): Promise<OpeningRow[]> {
  const { db } = context
  await programmeOf(db, programmeId)
  const { filled, broken } = await wholeTable(context.file(file), options, {
    rows: rowsAtMost,
    refusal: () => new AppError('invalid', 'tooManyRows', { maximum: rowsAtMost }),
  })
  const headers = (filled[0]?.cells ?? []).map(cell => cell.trim())
  const columns = openingColumns(headers)
  if (!columns.includes('points') || columns.filter(Boolean).length < 2) throw new AppError('invalid', 'openingWithoutHeader')
  const { country } = await settingsOf(db)
  const seen = {
    clients: new Set((await queries.haveOpening(db, programmeId).execute()).map(({ contactId }) => contactId)),
    cards: new Set<string>(),
  }
  const rows: OpeningRow[] = broken.map(record => {
    const { line, problems } = brokenRow(record)
    return { contactId: null, client: '', points: 0, card: null, note: '', problem: toProblem([], line, false, problems[0]!) }
  })
  for (const record of filled.slice(1)) rows.push(once(await readRow(record, { db, country, headers, columns }), seen, record.line))
  return rows
}

type Seen = Readonly<{ clients: Set<number>; cards: Set<string> }>

/** Nobody brings points along twice, in one file or in two, and no card is of two. */
function once(row: OpeningRow, { clients, cards }: Seen, line: number): OpeningRow {
  const { contactId, card } = row
  if (row.problem || contactId === null) return row
  if (clients.has(contactId)) return { ...row, problem: problem(line, 'openingTwice') }
  if (card !== null && cards.has(card)) return { ...row, problem: problem(line, 'cardTaken', '', card) }
  clients.add(contactId)
  if (card !== null) cards.add(card)
  return row
}

async function readRow({ cells, line }: FileRecord, reading: Reading): Promise<OpeningRow> {
  const { headers, columns } = reading
  const values: Cells = Object.fromEntries(columns.flatMap((field, place) => (field ? [[field, (cells[place] ?? '').trim()]] : [])))
  const client = [nameIn(values), values.email, values.phone, values.number, values.card].find(Boolean) ?? ''
  const row = { client, note: (values.note ?? '').slice(0, 300), contactId: null, points: 0, card: null }
  const headerOf = (field: OpeningField) => headers[columns.indexOf(field)] ?? ''
  const read = readPoints(values.points ?? '')
  if ('problem' in read) return { ...row, problem: problem(line, read.problem, headerOf('points'), values.points) }
  const card = await cardOf(values, reading)
  if ('problem' in card) return { ...row, problem: problem(line, card.problem, headerOf('card'), values.card) }
  const found = card.contactId ?? (await clientOf(values, reading))
  if (typeof found === 'number') return { ...row, contactId: found, points: read.points, card: card.number, problem: null }
  return { ...row, problem: problem(line, found, '', client) }
}

type CardRead = Readonly<{ contactId: number | null; number: string | null } | { problem: 'cardNumberWrong' | 'cardTaken' }>

/** Whose it is; one that is nobody's yet comes along with the points. */
async function cardOf({ card: typed = '' }: Cells, { db }: Reading): Promise<CardRead> {
  if (typed === '') return { contactId: null, number: null }
  const number = readCardNumber(typed)
  if (number === null) return { problem: 'cardNumberWrong' }
  const known = await byNumber(db, number).executeTakeFirst()
  if (known && known.trashedAt !== null) return { problem: 'cardTaken' }
  return known ? { contactId: known.contactId, number: null } : { contactId: null, number }
}

const nameIn = ({ name, givenName, familyName }: Cells) => name || [givenName, familyName].filter(Boolean).join(' ')

const problem = (line: number, reason: OpeningProblem, column = '', value = ''): ImportProblem => ({
  ...{ line, column, value, reason, params: {}, isTaken: false },
})

/** By the number of the client, else by e-mail or phone, else by the name; of several who share one, by the name among them. */
async function clientOf(values: Cells, { db, country }: Reading): Promise<number | 'clientUnknown' | 'clientAmbiguous'> {
  if (values.number && /^\d{1,12}$/.test(values.number)) {
    const found = await queries.standingById(db, Number(values.number)).executeTakeFirst()
    if (found) return found.id
  }
  const keys = [
    ...(values.email ? [emailKey(values.email)] : []),
    ...(values.phone ? [phoneKey({ number: values.phone, e164: toE164(values.phone, country) })] : []),
  ]
  const reached = keys.length > 0 ? await queries.withKeys(db, keys).execute() : []
  const names = namesOf(values)
  const agreeing = reached.filter(({ sortName }) => names.includes(sortName))
  const found = agreeing.length > 0 ? agreeing : reached
  if (found.length === 0 && names.length > 0) return only(await queries.named(db, names).execute())
  return only(found)
}

const only = (found: readonly { id: number }[]) =>
  found.length === 1 ? found[0]!.id : found.length === 0 ? ('clientUnknown' as const) : ('clientAmbiguous' as const)

/** As names are sorted, family name first; whoever wrote a whole name into one column may have meant either. */
function namesOf({ name, givenName, familyName }: Cells) {
  if (givenName || familyName) return [fold([familyName, givenName].filter(Boolean).join(' '))]
  if (!name) return []
  const parts = name.replace(',', ' ').split(/\s+/).filter(Boolean)
  const turned = [parts.at(-1)!, ...parts.slice(0, -1)].join(' ')
  return [...new Set([fold(parts.join(' ')), fold(turned)])]
}
