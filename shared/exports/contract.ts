import { z } from 'zod'
import { job } from '../call.ts'
import { ContactOrder, Selection } from '../contacts/model.ts'
import { FileToken } from '../files/model.ts'

export const ContactExport = z.strictObject({
  out: FileToken,
  selection: Selection.default({ filter: { text: '', kind: null, tag: null, trashed: false, conditions: null } }),
  order: ContactOrder.default({ sort: 'name', descending: false }),
  /** The list's columns; left out: every field, in the form that an import restores. */
  columns: z.array(z.string().max(40)).max(40).optional(),
  delimiter: z.enum([',', ';', '\t']).default(','),
  /** Excel reads UTF-8 only where the file begins with one. */
  byteOrderMark: z.boolean().default(true),
})

export const exportsContract = {
  'exports.contacts': job('contacts.export', ContactExport, z.strictObject({ contacts: z.int() })),
}
