import type { FieldType } from '../fields/model.ts'
import type { OwnMeaning } from './own-columns.ts'

const joinedFields = [
  'note',
  'tags',
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'language',
  'source',
]
const firstCounts = ['name', 'birthday', 'kind']

const joinedTypes: readonly string[] = ['text', 'choices'] satisfies FieldType[]
type Own = readonly (Pick<OwnMeaning, 'id' | 'type'> | null)[]

/** Which other columns mean the same single value: texts are joined, of the others the first that is filled counts. */
export function sharedWith(fields: readonly (string | null)[], own: Own, column: number) {
  const field = fields[column] ?? ''
  const meaning = own[column]
  const isJoined = meaning ? joinedTypes.includes(meaning.type) : joinedFields.includes(field)
  const kept = isJoined ? ('all' as const) : meaning || firstCounts.includes(field) ? ('first' as const) : null
  const isSame = (other: string | null, index: number) => (meaning ? own[index]?.id === meaning.id : other === field)
  const columns = fields.flatMap((other, index) => (isSame(other, index) ? [index] : []))
  return kept !== null && columns.length > 1 ? { columns, kept } : null
}
