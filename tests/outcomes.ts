import { existsSync, readFileSync } from 'node:fs'

export type Outcome = { passed: number; failed: number; skipped: number; notes: string[] }

export const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: total(outcomes, 'passed'),
  failed: total(outcomes, 'failed'),
  skipped: total(outcomes, 'skipped'),
  notes: outcomes.flatMap(({ notes }) => notes),
})

const total = (outcomes: readonly Outcome[], key: 'passed' | 'failed' | 'skipped') =>
  outcomes.reduce((sum, outcome) => sum + outcome[key], 0)

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

export function unitOutcome(file: string): Outcome {
  const report = read<UnitReport>(file)
  if (!report) return nothingReported('unit and component tests')
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  // A file that could not even be loaded reports no tests.
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: skipped.length,
    notes: skipped.map(({ fullName }) => `skipped: ${fullName}`),
  }
}

type E2eReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[]; suites: Suite[] }
type Suite = { suites?: Suite[]; specs?: { tests: { projectName: string; status: string; annotations: Annotation[] }[] }[] }
type Annotation = { type: string; description?: string }

export function e2eOutcome(file: string): Outcome {
  const report = read<E2eReport>(file)
  if (!report) return nothingReported('e2e tests')
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped, notes: reasonsIn(report.suites) }
}

/** One line for each host and reason, with how many tests it kept from running. */
function reasonsIn(suites: readonly Suite[]): string[] {
  const counts = new Map<string, number>()
  for (const { projectName, status, annotations } of testsOf(suites)) {
    if (status !== 'skipped') continue
    const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
    const line = `in the ${projectName} host: ${why}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, count]) => `skipped: ${count} e2e tests ${line}`)
}

type E2eTest = { projectName: string; status: string; annotations: Annotation[] }
const testsOf = (suites: readonly Suite[]): E2eTest[] =>
  suites.flatMap(({ suites = [], specs = [] }) => [...specs.flatMap(({ tests }) => tests), ...testsOf(suites)])

const nothingReported = (name: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, notes: [`${name}: ended without a report`] })

const read = <T>(file: string) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null)
