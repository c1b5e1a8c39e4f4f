import { agedColumns, agedOf, agingOn, nothingOpen } from '../../../shared/dunning/aged.ts'
import type { Aged } from '../../../shared/dunning/model.ts'
import { groupedBy } from '../../../shared/group.ts'
import { sumOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import { documents, standings } from '../../dunning/queries.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { clientsOf } from '../names.ts'

type Figure = keyof Aged

const ages = [...agedColumns, 'owed'] as const
const columns: ColumnOf<Figure>[] = [
  ...ages.map((age): ColumnOf<Figure> => ({ key: age, type: 'money', value: figures => figures[age] })),
  { key: 'openAmount', type: 'money', value: ({ open }) => open },
]

/** What is open today by how late it is: the figures of the page of open items, of all clients at once. */
export const openItems: Definition = { name: 'openItems', subject: 'money', groups: ['client'], filters: [], period: null, run }

async function run({ limit }: Asked, around: Around) {
  const { db, today, settings } = around
  const items = await standings(db, settings.currency).execute()
  const columnOf = agingOn(today)
  const clients = [...groupedBy(items, ({ contactId, id }) => contactId ?? -id)]
    .map(([key, theirs]) => ({ key, figures: agedOf(theirs, columnOf) }))
    .sort((a, b) => b.figures.open - a.figures.open || a.key - b.key)
  const shown = clients.slice(0, limit ?? clients.length)
  const [nameOf, buyerOf] = [
    await clientsOf(
      around,
      shown.map(({ key }) => key).filter(key => key > 0),
    ),
    await buyersOf(around, shown),
  ]
  const lines = shown.map(({ key, figures }) => ({
    ...{ key: String(key), label: key > 0 ? nameOf(key) : buyerOf(-key), figures },
    link: key > 0 ? { page: 'contact', id: key, query: {} } : { page: 'invoice', id: -key, query: {} },
  }))
  const total = sumOf<Figure>([nothingOpen, ...clients.map(({ figures }) => figures)])
  return tableOf({ columns, lines, total, all: clients.length, chart: { kind: 'ranking', columns: ['openAmount'] } })
}

/** Of documents that are on nobody's card. */
async function buyersOf({ db, say }: Around, shown: readonly { key: number }[]) {
  const ids = shown.flatMap(({ key }) => (key < 0 ? -key : []))
  const names = new Map((await documents(db, ids).execute()).map(({ id, buyerName }) => [id, buyerName]))
  return (id: number) => names.get(id) || say('noName')
}
