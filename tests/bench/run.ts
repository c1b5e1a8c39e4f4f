import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeClients } from './clients-file.ts'
import { table, verdict, type Section } from './figures.ts'
import { measureBackups } from './backups.ts'
import { dataFolderOf, measureImport } from './import.ts'
import { measureDeals } from './deals.ts'
import { measureDiary } from './diary.ts'
import { measureDuplicates } from './measure-duplicates.ts'
import { measureLoyalty } from './loyalty.ts'
import { measureMoney } from './money.ts'
import { measurePaper } from './paper.ts'
import { measureReading } from './reading.ts'
import { measureToday } from './today.ts'
import { measureStart } from './start.ts'

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean' },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    json: { type: 'string' },
    /** Leaves out what is measured after the import. */
    import: { type: 'boolean' },
  },
})

const sizes = options.rows ? [Number(options.rows)] : options.large ? [100_000, 1_000_000] : [100_000]
const startedAt = new Date().toISOString()
const sections: Section[] = []

// What was measured is told even where a later measurement fails.
try {
  for (const rows of sizes) await measure(rows)
} finally {
  report()
}

async function measure(rows: number) {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
  try {
    for await (const section of measured(folder, rows)) sections.push(section)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* measured(folder: string, rows: number): AsyncGenerator<Section, void, undefined> {
  const file = join(folder, 'clients.csv')
  const rounds = options.rounds ? Number(options.rounds) : rows > 200_000 ? 1 : 3
  await writeClients(file, rows)
  say(`${rows.toLocaleString('en')} rows, ${Math.round(statSync(file).size / 1e6)} MB: importing`)
  yield await measureImport(folder, file, rows, rounds)
  if (options.import) return
  say('searching and paging')
  yield* await measureReading(dataFolderOf(folder))
  say('starting')
  yield await measureStart(dataFolderOf(folder))
  say('backing up')
  yield await measureBackups(dataFolderOf(folder))
  say('looking for duplicates')
  yield await measureDuplicates(dataFolderOf(folder))
  say('looking at the board of deals')
  yield await measureDeals(folder)
  say('opening the diary')
  yield await measureDiary(dataFolderOf(folder))
  say('beginning a day')
  yield await measureToday(dataFolderOf(folder))
  say('going through a year of invoices')
  yield await measureMoney(folder)
  say('counting points')
  yield await measureLoyalty(folder)
  say('writing papers')
  yield await measurePaper()
}

function report() {
  console.log(table(sections))
  const missed = sections.flatMap(({ figures }) => figures).filter(figure => verdict(figure) === 'missed').length
  console.log(missed === 0 ? '\nEvery goal is reached.' : `\n${missed} of the goals missed.`)
  const json = options.json ?? join('bench-results', `${startedAt.replaceAll(':', '-')}.json`)
  save(json)
  console.log(`Written to ${json}`)
}

function save(file: string) {
  mkdirSync(dirname(file), { recursive: true })
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, platform: process.platform, node: process.version }
  writeFileSync(file, JSON.stringify({ startedAt, machine, sections }, null, 2))
}

function say(what: string) {
  process.stderr.write(`${what} …\n`)
}
