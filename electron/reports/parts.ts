import { AppError } from '../../shared/errors.ts'
import { mostBuckets, type Days, type Span } from '../../shared/reports/periods.ts'

const partsAtMost = 4000

/** A hundred years by the day are asked for by mistake. */
export function refuseTooManyParts(days: Days, span: Span | null) {
  if (span !== null && mostBuckets(days, span) > partsAtMost) throw new AppError('invalid', 'reportTooManyParts')
}
