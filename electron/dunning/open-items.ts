import type { z } from 'zod'
import { agedOf, overdueOf } from '../../shared/dunning/aged.ts'
import type { dunningContract } from '../../shared/dunning/contract.ts'
import type { dunningStates} from '../../shared/dunning/model.ts';
import { type NextReminder, type OpenClient } from '../../shared/dunning/model.ts'
import { groupedBy } from '../../shared/group.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import * as queries from './queries.ts'
import { aroundOf, nextOf, sentOf, type Around, type Standing } from './standing.ts'

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
    sums: agedOf(rows, around.today),
    letters: lettersOf(clients),
  }
}

const shows: Record<Question['show'], (client: Nameless) => boolean> = {
  all: () => true,
  overdue: ({ aged }) => overdueOf(aged) > 0,
  toRemind: ({ next }) => next.state === 'due',
}

const keyOf = ({ contactId, id }: Standing) => (contactId === null ? -id : contactId)

const clientsOf = (rows: readonly Standing[], around: Around): Nameless[] =>
  [...groupedBy(rows, keyOf).values()].map(items => clientOf(items, around))

function clientOf(items: readonly Standing[], around: Around): Nameless {
  const [{ contactId, id }] = items as [Standing, ...Standing[]]
  const late = items.filter(({ open, dueOn }) => open > 0 && dueOn !== null && dueOn < around.today)
  return {
    ...{ contactId, documentId: contactId === null ? id : null, documents: items.length, aged: agedOf(items, around.today) },
    since: late.map(({ dueOn }) => dueOn!).sort()[0] ?? null,
    sent: furthest(items),
    next: items.map(item => nextOf(item, around)).sort(mostUrgent)[0]!,
  }
}

function furthest(items: readonly Standing[]): OpenClient['sent'] {
  const sent = items.map(sentOf).filter(one => one !== null)
  const [last] = sent.sort((a, b) => b.level - a.level || b.day.localeCompare(a.day))
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
  return a.state === 'due' ? (b.level ?? 0) - (a.level ?? 0) : (a.on ?? '9999').localeCompare(b.on ?? '9999')
}

const oldestFirst = (a: Nameless, b: Nameless) =>
  (a.since ?? '9999').localeCompare(b.since ?? '9999') || b.aged.open - a.aged.open || (b.contactId ?? 0) - (a.contactId ?? 0)

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
