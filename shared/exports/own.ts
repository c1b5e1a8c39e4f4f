import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'

const firstColumns = ['kind', 'namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'] as const

const languageOf = (headers: readonly string[]) =>
  [en, de].find(({ exportColumns }) => firstColumns.every((column, index) => headers[index]?.trim() === exportColumns[column]))

/** Whether a table was written by an export of every field: such a one is taken as it stands, with nothing repaired. */
export const isOwnExport = (headers: readonly string[]) => languageOf(headers) !== undefined

/** Of a table that we wrote: where the columns end that every shop has. */
export const endOfUsualColumns = (headers: readonly string[]) =>
  headers.findIndex(header => header.trim() === languageOf(headers)?.exportColumns.tags) + 1
