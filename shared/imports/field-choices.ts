import { ownField } from './own-fields.ts'
import { addressLabels, emailLabels, phoneLabels } from '../contacts/labels.ts'

export const fieldGroups = ['name', 'phone', 'email', 'address', 'more', 'own'] as const
export type FieldGroup = (typeof fieldGroups)[number]

const addressParts = ['street', 'extendedAddress', 'postalCode', 'locality', 'region', 'country']
const labelled = (field: string, labels: readonly string[]) => [
  field,
  ...labels.map(label => `${field}.${label}`),
  `${field}.2`,
  `${field}.3`,
]

const offered: Readonly<Record<FieldGroup, readonly string[]>> = {
  name: ['name', 'givenName', 'familyName', 'organization', 'namePrefix', 'additionalName', 'nameSuffix', 'kind'],
  phone: [...labelled('phone', phoneLabels), 'phoneLabel', 'phoneLabel.2'],
  email: [...labelled('email', emailLabels), 'emailLabel', 'emailLabel.2'],
  address: [
    ...addressParts,
    ...addressLabels.slice(0, 3).flatMap(label => addressParts.map(part => `${part}.${label}`)),
    ...addressParts.map(part => `${part}.2`),
    'addressLabel',
    'addressLabel.2',
  ],
  more: ['birthday', 'tags', 'note', 'remark', 'language', 'source'],
  own: ['custom', 'new'],
}

/** `street.work` is the street of the address named work. */
export function fieldParts(field: string) {
  const [name = '', label = ''] = field.split('.')
  return { name, label }
}

const groupOf = (field: string) => {
  const { name } = fieldParts(field)
  return fieldGroups.find(group => offered[group].includes(name)) ?? 'more'
}

/** What a column can be said to mean: the shop's own fields too, and whatever else the columns of this file mean already. */
export function fieldChoices(used: readonly (string | null)[], own: readonly number[]): { group: FieldGroup; fields: readonly string[] }[] {
  const groups = { ...offered, own: [...own.map(ownField), 'new'] }
  const known = new Set(fieldGroups.flatMap(group => groups[group]))
  const others = [...new Set(used)].filter(field => field !== null && !known.has(field) && fieldParts(field).name !== 'new') as string[]
  return fieldGroups.map(group => ({ group, fields: [...groups[group], ...others.filter(field => groupOf(field) === group)] }))
}

/** A row becomes a contact only where something tells who it is about. */
const telling = ['name', 'givenName', 'familyName', 'organization', 'phone', 'email']
export const tellsWho = (fields: readonly (string | null)[]) =>
  fields.some(field => field !== null && telling.includes(fieldParts(field).name))
