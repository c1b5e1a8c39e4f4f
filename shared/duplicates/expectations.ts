import { fieldNames, fields, type Field } from './fields.ts'

/**
 * How often a field turns out so: in two records of one person, in two people of one household or firm, and in two strangers.
 * What is known before a base has been looked at; the base itself then says more (see estimate.ts).
 */
type Expected = Readonly<Record<Field, readonly number[]>>

const samePerson: Expected = {
  given: [0.8, 0.04, 0.07, 0.02, 0.04, 0.03],
  family: [0.82, 0.005, 0.08, 0.02, 0.025, 0.05],
  order: [0.96, 0.04],
  additional: [0.7, 0.25, 0.05],
  birthday: [0.88, 0.07, 0.02, 0.03],
  phone: [0.78, 0.05, 0.17],
  email: [0.74, 0.06, 0.05, 0.15],
  address: [0.68, 0.05, 0.04, 0.03, 0.03, 0.05, 0.05, 0.07],
  organization: [0.7, 0.15, 0.15],
}

/** Families and colleagues: one telephone, one street, often one surname; but another first name, and another birthday. */
const sameHousehold: Expected = {
  given: [0.012, 0.003, 0.008, 0.02, 0.012, 0.945],
  family: [0.72, 0.003, 0.015, 0.01, 0.03, 0.222],
  order: [0.999, 0.001],
  additional: [0.06, 0.12, 0.82],
  birthday: [0.03, 0.02, 0.003, 0.947],
  phone: [0.5, 0.01, 0.49],
  email: [0.15, 0.02, 0.02, 0.81],
  address: [0.84, 0.03, 0.02, 0.01, 0.01, 0.02, 0.02, 0.05],
  organization: [0.5, 0.05, 0.45],
}

const strangers: Expected = {
  given: [0.004, 0.002, 0.004, 0.012, 0.012, 0.966],
  family: [0.001, 0.0003, 0.002, 0.005, 0.0015, 0.9902],
  order: [0.999, 0.001],
  additional: [0.02, 0.08, 0.9],
  birthday: [0.00004, 0.0012, 0.0027, 0.996],
  phone: [0.00002, 0.00002, 0.99996],
  email: [0.00001, 0.0002, 0.0004, 0.9994],
  address: [0.00002, 0.00005, 0.00005, 0.0002, 0.0001, 0.01, 0.004, 0.985],
  organization: [0.0005, 0.001, 0.9985],
}

export const expected = { samePerson, sameHousehold, strangers }

export type Chances = readonly (readonly number[])[]
export const chancesOf = (expected: Expected): Chances => fieldNames.map(field => expected[field])
export const levelCounts = fieldNames.map(field => fields[field].length)
