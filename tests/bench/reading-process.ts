import { linesOf } from '../../electron/contacts/list.ts'
import { firstIds, orderedIds } from '../../electron/contacts/ordering.ts'
import { openDatabase } from '../../electron/db/open.ts'
import type { SortKey } from '../../shared/contacts/model.ts'
import { openShop } from './app.ts'
import { queries } from './queries.ts'

export type Reading = {
  contacts: number
  search: ({ kind: string } & Taken)[]
  /** Pages of 50 at the start, in the middle and at the end, through the api and as the statements alone. */
  pages: ({ place: Place; sql: Taken } & Taken)[]
  /** The first page beyond the beginning of a list, while its order is not known yet. */
  firstJump: ({ sort: SortKey } & Taken)[]
}
/** On a busy machine the clock measures the others as well; the processor's time is our own. */
export type Taken = { milliseconds: number; processor: number }
type Place = 'start' | 'middle' | 'end'

const [dataFolder] = process.argv.slice(2) as [string]
const { api, close } = await openShop(dataFolder)
const connection = openDatabase(dataFolder, 'read')
const { db } = connection

async function timed(work: () => Promise<unknown>): Promise<Taken> {
  const spentBefore = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const milliseconds = performance.now() - startedAt
  const { user, system } = process.cpuUsage(spentBefore)
  return { milliseconds, processor: (user + system) / 1000 }
}

const { total: contacts } = await api('contacts.list', {})
const reading: Reading = { contacts, search: await searches(), firstJump: [], pages: [] }
for (const sort of ['name', 'changed', 'organization', 'created'] as const) await readList(sort)
connection.sqlite.close()
await close()
process.stdout.write(JSON.stringify(reading))

async function searches() {
  const mix = queries(contacts, 40)
  for (const { text } of mix.slice(0, 50)) await api('contacts.search', { text })
  const measured: Reading['search'] = []
  for (const { kind, text } of mix) measured.push({ kind, ...(await timed(() => api('contacts.search', { text }))) })
  return measured
}

async function readList(sort: SortKey) {
  const middle = Math.floor(contacts / 2)
  reading.firstJump.push({ sort, ...(await timed(() => api('contacts.list', { sort, offset: middle }))) })
  const wanted = { text: '', kind: null, tag: null, trashed: false, conditions: null, sort, descending: false }
  const order = await orderedIds(connection, wanted, new Date())
  const first = () => firstIds(db, wanted, 50).execute()
  for (let round = 0; round < 40; round++) {
    const offsets = { start: 0, middle: middle + round * 50, end: Math.max(0, contacts - 50 * (round + 1)) }
    for (const [place, offset] of Object.entries(offsets) as [Place, number][]) {
      const taken = await timed(() => api('contacts.list', { sort, offset }))
      const idsOnPage = async () => (place === 'start' ? (await first()).map(({ id }) => id) : [...order.subarray(offset, offset + 50)])
      reading.pages.push({ place, ...taken, sql: await timed(async () => linesOf(db, await idsOnPage())) })
    }
  }
}
