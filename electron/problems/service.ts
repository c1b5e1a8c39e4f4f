import type { Problem, problemsContract } from '../../shared/problems/contract.ts'
import type { Handlers } from '../handlers.ts'
import { withoutPeople } from '../log.ts'

type Report = (bug: unknown, where: string) => void

const minute = 60_000
const perMinute = 20

/** A page that fails again and again must not fill the log. */
export function problemHandlers(report: Report, now: () => Date): Handlers<typeof problemsContract> {
  let recent: number[] = []
  return {
    'problems.report': problem => {
      const at = now().getTime()
      recent = recent.filter(earlier => at - earlier < minute)
      if (recent.length >= perMinute) return null
      recent.push(at)
      report(bugOf(problem), 'page')
      return null
    },
  }
}

/** The log leaves the frames of a stack as they are: here they come from outside. */
const bugOf = ({ name, message, stack }: Problem) =>
  Object.assign(new Error(withoutPeople(message)), { name, stack: stack.split('\n').map(frame).join('\n') })

/** Firefox and Safari write `name@address`, which would be taken for an e-mail, where others write `at name (address)`. */
const frame = (line: string) => withoutPeople(line.replace(/^([^\s@]*)@(https?:\S+)$/, '    at $1 ($2)'))
