import type { z } from 'zod'
import type { Failure } from './errors.ts'
import type { Permission } from './permissions.ts'

/**
 * query: reads on the main thread, answers in a few milliseconds.
 * command: changes data, one transaction, one operation in the history.
 * report: a heavier read, runs on a worker with a read-only connection.
 * job: long, runs on a worker, tells its progress, can be cancelled.
 */
export type Kind = 'query' | 'command' | 'report' | 'job'

export type Call<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: K
  permission: Permission
  input: I
  output: O
}
export type Contract = Record<string, Call>

const declare =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(permission: Permission, input: I, output: O): Call<K, I, O> => ({
    kind,
    permission,
    input,
    output,
  })

export const query = declare('query')
export const command = declare('command')
export const report = declare('report')
export const job = declare('job')

/** `operation` is what the call left in the history; null where it changed nothing. */
export type Result = { ok: true; value: unknown; operation?: number | null } | ({ ok: false } & Failure)
