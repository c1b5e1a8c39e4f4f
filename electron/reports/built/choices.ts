import { AppError } from '../../../shared/errors.ts'
import { canBeFiltered, type BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import type { Around } from '../definition.ts'
import { ownFieldsOf, ownSource } from './own.ts'
import type { Key } from './source.ts'
import { sourceFor } from './sources.ts'

const choicesAtMost = 500

/** What a field can be narrowed to, in the order of its names. */
export async function choicesOf({ subject, field }: { subject: BuiltSubject; field: string }, around: Around) {
  const known = await filterSource(subject, field, around)
  if (!known?.all) throw new AppError('invalid', 'builtFieldUnknown')
  const keys: readonly Key[] = 'execute' in known.all ? (await known.all.execute(around.db)).rows.map(({ key }) => key) : known.all
  const nameOf = await known.names(around, keys)
  const named = [...new Set(keys)].map(value => ({ value, label: nameOf(value) }))
  return ('execute' in known.all ? named.sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true })) : named).slice(
    0,
    choicesAtMost,
  )
}

async function filterSource(subject: BuiltSubject, field: string, around: Around) {
  const { fields, contact } = sourceFor(subject)
  const [own] = await ownFieldsOf({ rows: [], filters: [{ field }] }, around)
  if (own) return contact === undefined ? undefined : ownSource(own, contact)
  return Object.hasOwn(fields, field) && canBeFiltered(field) ? fields[field] : undefined
}
