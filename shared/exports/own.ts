import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'

const firstColumns = ['kind', 'namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'] as const

/** Whether a table was written by an export of every field: such a one is taken as it stands, with nothing repaired. */
export const isOwnExport = (headers: readonly string[]) =>
  [en, de].some(({ exportColumns }) => firstColumns.every((column, index) => headers[index]?.trim() === exportColumns[column]))
