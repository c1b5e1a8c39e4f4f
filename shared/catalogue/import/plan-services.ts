import { fold } from '../../text.ts'
import { NewService, type Service } from '../model.ts'
import { leftOut, misfits, type PlannedItem } from './plan.ts'
import type { ReadRow } from './row.ts'

export type PlannedService = PlannedItem<Service, NewService>

/** By their names, of which a shop has each once. */
export function planServices(rows: readonly ReadRow[], known: readonly Service[]): PlannedService[] {
  const byName = new Map(known.filter(({ archivedAt }) => archivedAt === null).map(service => [fold(service.name), service]))
  const lines = new Map<string, number>()
  return rows.map(row => {
    const planned = planOne(row, byName.get(fold(row.values.name ?? '')) ?? null)
    if (planned.outcome === 'rejected') return planned
    const earlier = lines.get(fold(planned.name))
    if (earlier !== undefined) return leftOut(row, 'serviceTwice', { line: earlier })
    lines.set(fold(planned.name), row.line)
    return planned
  })
}

function planOne(row: ReadRow, before: Service | null): PlannedService {
  if (row.problems.length > 0) return { ...leftOut(row), problems: row.problems }
  if (before === null && row.values.durationMinutes === undefined) return leftOut(row, 'minutesMissing')
  const read = NewService.safeParse({ name: '', ...(before && fieldsOf(before)), ...row.values })
  if (!read.success) return { ...leftOut(row), problems: misfits(row, read.error, 'serviceWithoutName') }
  const isSame = before !== null && changedServiceFields(before, read.data).length === 0
  const outcome = before === null ? 'created' : isSame ? 'unchanged' : 'changed'
  return { line: row.line, outcome, name: read.data.name, before, after: read.data, problems: [] }
}

/** Who does it stays as it is. */
const fieldsOf = ({ id: _id, archivedAt: _archivedAt, ...fields }: Service) => fields

const compared = ['name', 'category', 'durationMinutes', 'price', 'pricing', 'taxRateId', 'seats', 'resourceKind', 'note'] as const

export const changedServiceFields = (before: NewService, after: NewService) => compared.filter(field => before[field] !== after[field])
