import type { Field } from '../fields/model.ts'
import { fold } from '../text.ts'

/** An option that a field got because a cell had it. */
export type GrownOption = { field: number; id: number; label: string }
export type OptionProblem = { reason: 'optionUnknown' | 'tooLong' | 'tooMany'; value: string; maximum?: number }

const labelAtMost = 60
const optionsAtMost = 200

/** The options of a field by what they are called; one that is no longer offered is known where no other has its name. */
export function knownOptions({ id: field, options }: Pick<Field, 'id' | 'options'>, onNew: ((option: GrownOption) => void) | null) {
  const ids = new Map<string, number>()
  for (const { id, label } of options.toSorted((a, b) => Number(a.archived) - Number(b.archived))) {
    if (!ids.has(fold(label))) ids.set(fold(label), id)
  }
  let last = Math.max(0, ...options.map(({ id }) => id))

  return {
    find: (label: string) => ids.get(fold(label)),
    /** Its number; where there is none of that name, a new one, or what is wrong with it. */
    take(label: string): number | OptionProblem {
      const known = ids.get(fold(label))
      if (known !== undefined) return known
      if (!onNew) return { reason: 'optionUnknown', value: label }
      if (label.length > labelAtMost) return { reason: 'tooLong', value: label, maximum: labelAtMost }
      if (ids.size >= optionsAtMost) return { reason: 'tooMany', value: label, maximum: optionsAtMost }
      ids.set(fold(label), ++last)
      onNew({ field, id: last, label })
      return last
    },
  }
}
export type KnownOptions = ReturnType<typeof knownOptions>
