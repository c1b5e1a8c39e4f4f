import { z } from 'zod'
import { Instant } from '../time.ts'

const megabyte = 1024 * 1024
/** Megabytes that one file may have: a long scan fits, a film does not. */
export const largestFile = 100
export const mostBytes = largestFile * megabyte

export const Attachment = z.strictObject({
  id: z.int(),
  contactId: z.int(),
  /** The deal of theirs that it belongs to. */
  dealId: z.int().nullable(),
  fileName: z.string(),
  /** What the content is, whatever the name says. */
  mediaType: z.string(),
  bytes: z.int(),
  /** SHA-256 of the content, in hexadecimal: its name in the folder of files. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  user: z.string(),
  at: Instant,
  /** When it was chosen as the contact's picture; the latest choice counts. */
  pictureAt: Instant.nullable(),
  trashedAt: Instant.nullable(),
})
export type Attachment = Readonly<z.infer<typeof Attachment>>

export const AttachmentId = z.strictObject({ id: z.int().positive() })
