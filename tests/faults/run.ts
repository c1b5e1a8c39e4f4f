import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds } from './kill.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '24' } } })
const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'regulars-faults-'))
try {
  const { rounds, confirmed, backups, losses } = await killRounds(folder, Number(values.rounds), round => {
    if (round % 10 === 0) say(`${round} rounds`)
  })
  for (const loss of losses) say(loss)
  say(
    `${rounds} rounds, each killed at another moment: ${confirmed} changes and ${backups} backups were confirmed, ${losses.length} losses`,
  )
  process.exitCode = losses.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
