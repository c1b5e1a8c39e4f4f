import type { z } from 'zod'
import type { InputProblem, Reason } from './errors.ts'
import { en } from './locales/en.ts'

type Issue = z.core.$ZodIssue

/** What zod found, in the terms of the locale files: the same at the door and beside a form's field. */
export const problemsOf = (error: z.ZodError): InputProblem[] => error.issues.flatMap(problemsOfIssue)

function problemsOfIssue(issue: Issue): InputProblem[] {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
  // A union fails as a whole: the branch that came furthest says most.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return nearest(issue.errors).flatMap(problemsOfIssue).map(inside(path))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(name => ({ path: [...path, name], reason: 'unknownField', params: { name } }))
  return [{ path, ...reasonOf(issue) }]
}

function reasonOf(issue: Issue): Pick<InputProblem, 'reason' | 'params'> {
  if (issue.code === 'too_big')
    return { reason: given(issue) ?? tooBig[issue.origin] ?? 'tooBig', params: { maximum: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { reason: given(issue) ?? 'tooSmall', params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) return { reason: 'required' }
  return { reason: given(issue) ?? 'wrongType' }
}

const tooBig: Readonly<Record<string, Reason>> = { string: 'tooLong', array: 'tooMany' }

/** A schema can name its reason itself: `{ error: 'noSuchDay' }`. */
const given = ({ message }: Issue) => (Object.hasOwn(en.errors, message) ? (message as Reason) : undefined)

const nearest = (branches: readonly (readonly Issue[])[]) =>
  branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length)) - issues.length / 1000
const inside = (path: InputProblem['path']) => (problem: InputProblem) => ({ ...problem, path: [...path, ...problem.path] })
