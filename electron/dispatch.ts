import { setTimeout as wait } from 'node:timers/promises'
import type { Call, Result } from '../shared/call.ts'
import { contract } from '../shared/contract.ts'
import { AppError, unexpected, type Failure } from '../shared/errors.ts'
import type { Session } from '../shared/permissions.ts'
import { problemsOf } from '../shared/validation.ts'
import { explainStorage, isBusy } from './db/failures.ts'

export type Dispatch = (name: string, raw: unknown, session: Session) => Promise<Result>
export type RunCall = (name: string, call: Call, input: unknown, session: Session) => Promise<Result> | Result
type Report = (bug: unknown, name: string) => void

/** The only way in: checks the name, the permission and the input, runs the call, and never lets an exception out. */
export const createDispatch =
  (run: RunCall, report: Report): Dispatch =>
  async (name, raw, session) => {
    if (!Object.hasOwn(contract, name)) return refuse({ code: 'invalid', reason: 'unknownCall', params: { name: name.slice(0, 100) } })
    const call: Call = contract[name as keyof typeof contract]
    if (!session.may.includes(call.permission)) return refuse({ code: 'forbidden', reason: 'forbidden' })

    const input = call.input.safeParse(raw ?? {})
    if (!input.success) {
      const problems = problemsOf(input.error)
      return refuse({ code: 'invalid', reason: problems[0]!.reason, params: problems[0]!.params, problems })
    }
    try {
      return await withPatience(() => run(name, call, input.data, session))
    } catch (cause) {
      const error = explainStorage(cause)
      if (error instanceof AppError) return refuse(error.failure)
      report(cause, name)
      return refuse(unexpected)
    }
  }

const refuse = (failure: Failure): Result => ({ ok: false, ...failure })

const patience = 5000
const pause = 3

/** While a job writes, a command tries again and again without blocking the thread: the job pauses between its transactions. */
async function withPatience<T>(attempt: () => Promise<T> | T): Promise<T> {
  const until = performance.now() + patience
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      await wait(pause)
    }
  }
}
