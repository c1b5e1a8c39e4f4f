import type { z } from 'zod'
import { agedOf, agingOn, overdueOf } from '../../shared/dunning/aged.ts'
import type { dunningContract } from '../../shared/dunning/contract.ts'
import type { dunningStates } from '../../shared/dunning/model.ts'
import { type NextReminder, type OpenClient } from '../../shared/dunning/model.ts'
import { groupedBy } from '../../shared/group.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import * as queries from './queries.ts'
import { aroundOf, nextForMany, sentOf, type Around, type Standing } from './standing.ts'

type Question = z.output<(typeof dunningContract)['dunning.openItems']['input']>
type Nameless = Omit<OpenClient, 'name'>

/** All that is open, by client, in columns of how late it is. */
export async function openItems({ show, offset, limit }: Question, context: Context) {
  const around = await aroundOf(context)
  const rows = await queries.standings(context.db, around.currency).execute()
  const clients = clientsOf(rows, around)
  const shown = clients.filter(shows[show]).sort(oldestFirst)
  return {
    today: around.today,
    clients: await named(context.db, shown.slice(offset, offset + limit)),
    total: shown.length,
    sums: agedOf(rows, agingOn(around.today)),
    letters: lettersOf(clients),
  }
}

const shows: Record<Question['show'], (client: Nameless) => boolean> = {
  all: () => true,
  overdue: ({ aged }) => overdueOf(aged) > 0,
  toRemind: ({ next }) => next.state === 'due',
}

const keyOf = ({ contactId, id }: Standing) => (contactId === null ? -id : contactId)

function clientsOf(rows: readonly Standing[], around: Around): Nameless[] {
  const rules = { columnOf: agingOn(around.today), nextOf: nextForMany(around) }
  return [...groupedBy(rows, keyOf).values()].map(items => clientOf(items, around, rules))
}

type Rules = Readonly<{ columnOf: ReturnType<typeof agingOn>; nextOf: ReturnType<typeof nextForMany> }>

function clientOf(items: readonly Standing[], around: Around, { columnOf, nextOf }: Rules): Nameless {
  const [{ contactId, id }] = items as [Standing, ...Standing[]]
  const due = items.flatMap(({ open, dueOn }) => (open > 0 && dueOn !== null && dueOn < around.today ? dueOn : []))
  return {
    ...{ contactId, documentId: contactId === null ? id : null, documents: items.length, aged: agedOf(items, columnOf) },
    since: due.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null),
    sent: furthest(items),
    next: items.map(nextOf).reduce((first, next) => (mostUrgent(next, first) < 0 ? next : first)),
  }
}

function furthest(items: readonly Standing[]): OpenClient['sent'] {
  const sent = items.map(sentOf).filter(one => one !== null)
  const [last] = sent.sort((a, b) => b.level - a.level || byText(b.day, a.day))
  return last ? { level: last.level, day: last.day } : null
}

const urgency: readonly string[] = [
  'due',
  'waiting',
  'finished',
  'paused',
  'stopped',
  'small',
  'notDue',
] satisfies (typeof dunningStates)[number][]

/** What can be done today goes first, the highest level of it before the others; then what comes soonest. */
function mostUrgent(a: NextReminder, b: NextReminder) {
  const byState = urgency.indexOf(a.state) - urgency.indexOf(b.state)
  if (byState !== 0) return byState
  return a.state === 'due' ? (b.level ?? 0) - (a.level ?? 0) : byText(a.on ?? '9999', b.on ?? '9999')
}

/** Days are in order as texts are. */
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const oldestFirst = (a: Nameless, b: Nameless) =>
  byText(a.since ?? '9999', b.since ?? '9999') || b.aged.open - a.aged.open || (b.contactId ?? 0) - (a.contactId ?? 0)

function lettersOf(clients: readonly Nameless[]) {
  const letters = { 1: 0, 2: 0, 3: 0 }
  for (const { next } of clients) if (next.state === 'due') letters[next.level!]++
  return letters
}

async function named(db: Db, clients: readonly Nameless[]): Promise<OpenClient[]> {
  const names = await namesOf(
    db,
    clients.flatMap(({ contactId }) => contactId ?? []),
  )
  const anonymous = clients.flatMap(({ documentId }) => documentId ?? [])
  const buyers = new Map((await queries.documents(db, anonymous).execute()).map(({ id, buyerName }) => [id, buyerName]))
  return clients.map(client => ({ ...client, name: names.get(client.contactId ?? 0) ?? buyers.get(client.documentId ?? 0) ?? '' }))
}
