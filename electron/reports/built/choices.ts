import { AppError } from '../../../shared/errors.ts'
import { canBeFiltered, isTimeField, type BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import type { Around } from '../definition.ts'
import type { Key } from './source.ts'
import { sourceFor } from './sources.ts'

const choicesAtMost = 500

/** What a field can be narrowed to, in the order of its names. */
export async function choicesOf({ subject, field }: { subject: BuiltSubject; field: string }, around: Around) {
  const { fields } = sourceFor(subject)
  const known = Object.hasOwn(fields, field) && !isTimeField(field) && canBeFiltered(field) ? fields[field] : undefined
  if (!known?.all) throw new AppError('invalid', 'builtFieldUnknown')
  const keys: readonly Key[] = 'execute' in known.all ? (await known.all.execute(around.db)).rows.map(({ key }) => key) : known.all
  const nameOf = await known.names(around, keys)
  const named = [...new Set(keys)].map(value => ({ value, label: nameOf(value) }))
  return ('execute' in known.all ? named.sort((a, b) => a.label.localeCompare(b.label)) : named).slice(0, choicesAtMost)
}
