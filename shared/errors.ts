import type { en } from './locales/en.ts'

export const errorCodes = ['invalid', 'notFound', 'conflict', 'forbidden', 'busy', 'storage', 'cancelled', 'unexpected'] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Every failure a person can meet has a text under `errors` in the locale files. */
export type Reason = keyof (typeof en)['errors']

/** One problem of an input: where it is, why, and the numbers or names its text needs. */
export type InputProblem = { path: (string | number)[]; reason: Reason; params?: ReasonParams }
export type ReasonParams = Record<string, string | number>

export type Failure = {
  code: ErrorCode
  reason: Reason
  params?: ReasonParams
  problems?: InputProblem[]
}

/** What is said of a bug: what it is stands in the log alone. */
export const unexpected: Failure = { code: 'unexpected', reason: 'unexpected' }

/** A failure the user can understand and act on. Anything else is a bug. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(code: ErrorCode, reason: Reason, params?: ReasonParams, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options)
    this.failure = { code, reason, params }
  }

  static from({ code, reason, params, problems }: Failure) {
    const error = new AppError(code, reason, params)
    error.failure.problems = problems
    return error
  }

  get code() {
    return this.failure.code
  }
}

export const failureOf = (error: unknown): Failure => (error instanceof AppError ? error.failure : unexpected)
