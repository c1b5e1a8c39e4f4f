import { AppError } from '../errors.ts'
import { outcomes, type ActivityFields, type ActivityKind, type Outcome } from './model.ts'
import { fromPlain, isBlank, longestText, noText, plainText, type RichText } from './rich-text.ts'

export const hasDirection = (kind: ActivityKind) => kind === 'call' || kind === 'email'
export const hasDuration = (kind: ActivityKind) => kind === 'call' || kind === 'meeting'
export const outcomesOf = (kind: ActivityKind): readonly Outcome[] => outcomes[kind]

/** What a kind does not have is left out: a call that is made a note has no direction any more. */
export function fitted<T extends Omit<ActivityFields, 'at'>>(fields: T): T {
  const { kind, direction, outcome, durationMinutes } = fields
  return {
    ...fields,
    direction: hasDirection(kind) ? direction : null,
    outcome: outcome !== null && outcomesOf(kind).includes(outcome) ? outcome : null,
    durationMinutes: hasDuration(kind) ? durationMinutes : null,
  }
}

export function asDocument(body: string | RichText): RichText {
  const document = typeof body === 'string' ? (body.trim() === '' ? noText : fromPlain(body)) : body
  if (plainText(document).length > longestText) throw new AppError('invalid', 'noteTooLong')
  return document
}

/** That somebody called says something by itself, an empty note says nothing. */
export function refuseEmpty({ kind, body }: Pick<ActivityFields, 'kind' | 'body'>) {
  if ((kind === 'note' || kind === 'email') && isBlank(body)) throw new AppError('invalid', 'noteEmpty')
}
