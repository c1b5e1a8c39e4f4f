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

/** Which other columns mean the same single value: texts are joined, of the others the first that is filled counts. */
export function sharedWith(fields: readonly (string | null)[], column: number) {
  const field = fields[column] ?? ''
  const kept = joinedFields.includes(field) ? ('all' as const) : firstCounts.includes(field) ? ('first' as const) : null
  const columns = fields.flatMap((other, index) => (other === field ? [index] : []))
  return kept !== null && columns.length > 1 ? { columns, kept } : null
}
