import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { e2eOutcome, sum, unitOutcome, type Outcome } from './outcomes.ts'

const reports = { unit: 'test-results/unit.json', e2e: 'test-results/e2e.json' }
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results')

const unitReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`]
const outcome = sum([
  ...(await Promise.all([check('typecheck', ['typecheck']), check('lint', ['lint'])])),
  await check('unit and component tests', ['test:unit', '--', ...unitReporters], () => unitOutcome(reports.unit)),
  await check('e2e tests', ['test:e2e'], () => e2eOutcome(reports.e2e)),
])

for (const note of outcome.notes) console.log(note)
const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ''
process.exitCode = outcome.failed > 0 ? 1 : 0
console.log(`${outcome.passed} passed, ${outcome.failed} failed${skipped}`)

/** Runs a part of the suite to its end, whatever came before: one run is to show everything that is wrong. */
async function check(name: string, script: string[], read: () => Outcome = () => sum([])): Promise<Outcome> {
  console.log(`— ${name}`)
  const started = spawn('npm', ['run', '-s', ...script], { stdio: 'inherit', shell: process.platform === 'win32' })
  const code = await new Promise(resolve => started.on('exit', resolve))
  const outcome = read()
  const brokeOtherwise = code !== 0 && outcome.failed === 0
  return brokeOtherwise ? sum([outcome, { passed: 0, failed: 1, skipped: 0, notes: [`failed: ${name}`] }]) : outcome
}
