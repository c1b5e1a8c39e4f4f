import type { Shape } from './source.ts'

/** Whether each row is of one person, so that whatever two people have a part in is in both of their rows and counts once in each. */
export const isOfOnePerson = ({ rows, build }: Pick<Shape, 'rows' | 'build'>) =>
  rows.includes('staff') || build.filters.some(({ field, is, values }) => field === 'staff' && is === 'anyOf' && new Set(values).size === 1)
