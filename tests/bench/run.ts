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
import { measureReports } from './reports.ts'
import { measureToday } from './today.ts'
import { measureStart } from './start.ts'
import { measureVault } from './vault.ts'

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean' },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    json: { type: 'string' },
    /** Names of what is to be measured after the import, with commas; all of it by default, `--only=` for nothing. */
    only: { type: 'string' },
  },
})

/** What is measured after the import, each by itself: one that fails is told, and keeps the others from nothing. */
const parts: Record<string, (folder: string) => Promise<Section | Section[]>> = {
  reading: folder => measureReading(dataFolderOf(folder)),
  start: folder => measureStart(dataFolderOf(folder)),
  backups: folder => measureBackups(dataFolderOf(folder)),
  vault: folder => measureVault(dataFolderOf(folder)),
  duplicates: folder => measureDuplicates(dataFolderOf(folder)),
  deals: measureDeals,
  diary: folder => measureDiary(dataFolderOf(folder)),
  today: folder => measureToday(dataFolderOf(folder)),
  money: measureMoney,
  reports: measureReports,
  loyalty: measureLoyalty,
  paper: measurePaper,
}

const chosen = options.only?.split(',').filter(Boolean) ?? Object.keys(parts)
const unknown = chosen.filter(part => !(part in parts))
if (unknown.length > 0) {
  console.error(`No ${unknown.join(', ')}: --only takes ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const sizes = options.rows ? [Number(options.rows)] : options.large ? [100_000, 1_000_000] : [100_000]
const startedAt = new Date().toISOString()
const sections: Section[] = []

// What was measured is told even where the import fails.
try {
  for (const rows of sizes) await measure(rows)
} finally {
  report()
}

async function measure(rows: number) {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
  try {
    const file = join(folder, 'clients.csv')
    await writeClients(file, rows)
    say(`${rows.toLocaleString('en')} rows, ${Math.round(statSync(file).size / 1e6)} MB: import`)
    sections.push(await measureImport(folder, file, rows, options.rounds ? Number(options.rounds) : rows > 200_000 ? 1 : 3))
    for (const part of chosen) await measurePart(part, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measurePart(part: string, folder: string) {
  say(part)
  try {
    sections.push(...[await parts[part]!(folder)].flat())
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
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
