import type { Api } from '../shared/api.ts'
import { stackAtMost, type Problem } from '../shared/problems/contract.ts'

/** What goes wrong in the pages is put into the same log as all else. Returns the end of it. */
export function reportProblems(api: Api) {
  const tell = ({ error }: ErrorEvent) => {
    // A log that cannot be reached is no further problem; the browser's own remarks come without an error.
    if (error !== null && error !== undefined) void api('problems.report', problemOf(error)).catch(() => undefined)
  }
  window.addEventListener('error', tell)
  return () => window.removeEventListener('error', tell)
}

const shortened = (text: string) => text.slice(0, stackAtMost)

export const problemOf = (error: unknown): Problem =>
  error instanceof Error
    ? { name: nameOf(error), message: shortened(error.message), stack: shortened(error.stack ?? '') }
    : { name: 'Error', message: shortened(String(error)), stack: '' }

const nameOf = ({ name }: Error) => (/^\w{1,100}$/.test(name) ? name : 'Error')
