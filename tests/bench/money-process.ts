import { mkdirSync } from 'node:fs'
import { openDatabase } from '../../electron/db/open.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { demoSeller } from '../../shared/demo/trade.ts'
import { openShop } from './app.ts'
import { times, warmTimes } from './times.ts'

export type MoneyRun = Record<
  | 'draft'
  | 'issue'
  | 'list'
  | 'overdue'
  | 'client'
  | 'middle'
  | 'byNumber'
  | 'byName'
  | 'byYear'
  | 'payment'
  | 'taxes'
  | 'sums'
  | 'openItems',
  number[]
> & {
  invoices: number
}

const [dataFolder, wanted] = process.argv.slice(2) as [string, string]
const invoices = Number(wanted)
const clients = 1000
mkdirSync(dataFolder)
const { api, close } = await openShop(dataFolder)
await api('settings.update', { businessName: 'Salon', country: 'DE' })
await api('invoices.changeSettings', { seller: demoSeller })
const [rate] = await api('taxes.rates', {})
for (let number = 1; number <= clients; number++) await api('contacts.create', { kind: 'person', familyName: `Client ${number}` })
const line = { name: 'Cut', price: 4200, taxRateId: rate!.id }
const { id: model } = await api('invoices.draft', { lines: [line] })
fill()

const drafts: number[] = []
const run: MoneyRun = {
  invoices,
  draft: await times(60, draft),
  issue: await times(60, turn => api('invoices.issue', { id: drafts[turn]! })),
  list: await times(40, () => api('invoices.list', {})),
  overdue: await times(40, () => api('invoices.list', { state: 'overdue' })),
  client: await times(40, turn => api('invoices.list', { contactId: turn })),
  middle: await times(10, turn => api('invoices.list', { offset: invoices / 2 + turn * 50 })),
  byNumber: await times(40, turn =>
    api('invoices.list', { text: `2025-${String(turn * 23_456).padStart(7, '0')}`.slice(0, 9 + (turn % 4)) }),
  ),
  byName: await times(40, turn => api('invoices.list', { text: clientName(turn * 17).slice(0, 3 + (turn % 9)) })),
  byYear: await times(20, () => api('invoices.list', { text: '2025' })),
  payment: await times(60, turn => api('payments.record', { method: 'card', amount: 4200, documentIds: [drafts[turn]!] })),
  taxes: await warmTimes(10, () => api('taxes.summary', { from: '2025-01-01', to: '2025-12-31' })),
  sums: await warmTimes(5, () => api('invoices.sums', {})),
  openItems: await warmTimes(20, () => api('dunning.openItems', {})),
}
await close()
process.stdout.write(JSON.stringify(run))

/** Of a thousand clients, in syllables. */
function clientName(number: number) {
  const syllables = ['ma', 'le', 'so', 'ri', 'nu', 'ka', 'te', 'vo', 'be', 'zi']
  const digits = String(number % clients).padStart(3, '0')
  return [...digits].map(digit => syllables[Number(digit)]).join('')
}

async function draft(turn: number) {
  const { id } = await api('invoices.draft', { contactId: turn, lines: [line] })
  drafts[turn] = id
}

/** Copies of one draft, issued day after day of 2025; every fiftieth is open. What is measured here does not look at the seals. */
function fill() {
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  sqlite.exec('pragma defer_foreign_keys = on; begin')
  const copies = `with recursive copy (n) as (select 1 union all select n + 1 from copy where n < ${invoices})`
  const day = `date('2025-01-01', '+' || (n * 365 / ${invoices + 1}) || ' days')`
  sqlite.function('clientName', number => clientName(Number(number)))
  const columns = (table: string, own: Record<string, string>) => {
    const names = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    return { names: names.join(', '), values: names.map(name => own[name] ?? `it.${name}`).join(', ') }
  }
  const copyTo = (table: string, key: string, own: Record<string, string>) => {
    const { names, values } = columns(table, own)
    sqlite.exec(`insert into ${table} (${names}) ${copies} select ${values} from copy, ${table} as it where it.${key} = ${model}`)
  }
  copyTo('documentLine', 'documentId', { id: `${model} + n`, documentId: `${model} + n` })
  sqlite.exec(`insert into documentTax (documentId, issuedOn, category, basisPoints, net, tax)
    ${copies} select ${model} + n, ${day}, 'S', iif(n % 5, 1900, 700), 3529, 671 from copy`)
  copyTo('document', 'id', {
    id: `${model} + n`,
    contactId: `1 + n % ${clients}`,
    ...{
      series: `'bench'`,
      sequence: 'n',
      number: `'2025-' || printf('%07d', n)`,
      search: `'2025 ' || printf('%07d', n) || ' ' || clientName(n)`,
      issuedOn: day,
      issuedAt: `${day} || 'T12:00:00.000Z'`,
    },
    ...{ dueOn: `date(${day}, '+14 days')`, hash: `''`, previousHash: `''`, settled: 'iif(n % 50, it.gross, 0)' },
  })
  sqlite.exec('commit')
  sqlite.close()
}
