import type { Condition } from '../../shared/segments/model.ts'
import { operatorsOf, type KnownField } from '../../shared/segments/rules.ts'

const empty = {
  text: { value: '' },
  number: { value: null, to: null },
  date: { day: null, days: 14 },
  birthday: { days: 14, month: 1 },
  choice: { values: [] },
  tags: { tags: [] },
  yesNo: {},
}

// The parts are those of the type: the schema looks at them before anything is asked.
/** A condition as it begins when its field is chosen. */
export const startOf = (field: KnownField) =>
  ({ type: field.type, field: field.key, is: operatorsOf(field)[0], ...empty[field.type] }) as Condition

// Only operators of the condition's own type are offered.
export const withOperator = (condition: Condition, is: string) => ({ ...condition, is }) as Condition
