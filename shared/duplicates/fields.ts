import { nameLevels } from './names.ts'

/** What two contacts are compared by, and how each can turn out, from the most alike to the least. */
export const fields = {
  given: nameLevels,
  family: nameLevels,
  order: ['straight', 'swapped'],
  additional: ['equal', 'part', 'different'],
  birthday: ['equal', 'close', 'sameDay', 'different'],
  phone: ['equal', 'typo', 'different'],
  email: ['equal', 'sameLocal', 'typo', 'different'],
  address: ['same', 'street', 'neighbour', 'garbled', 'elsewhere', 'place', 'otherStreet', 'different'],
  organization: ['equal', 'similar', 'different'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Field = keyof typeof fields
export type LevelOf<F extends Field> = (typeof fields)[F][number]
export const fieldNames = Object.keys(fields) as Field[]

/** Where a field stands in the arrays that hold one number for each. */
export const at = Object.fromEntries(fieldNames.map((field, index) => [field, index])) as Readonly<Record<Field, number>>
export const levelOf = <F extends Field>(field: F, level: LevelOf<F>) => (fields[field] as readonly string[]).indexOf(level)
