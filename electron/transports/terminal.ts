import { AppError } from '../../shared/errors.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { failureText } from '../texts.ts'

/** What a script reads (the code, first) and a person understands (the sentence). */
export function problemLines(error: unknown): string {
  if (!(error instanceof AppError)) return `unexpected: ${error instanceof Error ? error.message : String(error)}\n`
  const { code, problems = [] } = error.failure
  const details = problems.map(problem => `  ${problem.path.join('.') || 'input'}: ${failureText('en', problem)}\n`)
  return `${code}: ${failureText('en', error.failure)}\n${details.join('')}`
}

const pause = 1000

/** One line a second at most. */
export function progressLines(name: string, write: (text: string) => void) {
  const count = new Intl.NumberFormat('en')
  let last = -Infinity
  return ({ done, total, perSecond }: Progress) => {
    if (performance.now() - last < pause) return
    last = performance.now()
    const goal = total === null ? '' : ` of ${count.format(total)}`
    const rate = perSecond === null ? '' : `, ${count.format(Math.round(perSecond))} a second`
    write(`${name}: ${count.format(done)}${goal}${rate}\n`)
  }
}
