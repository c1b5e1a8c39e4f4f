import { z } from 'zod'
import { command, job, query } from '../call.ts'
import { ContactId } from '../contacts/model.ts'
import { FileToken } from '../files/model.ts'
import { Attachment, AttachmentId } from './model.ts'

export const attachmentsContract = {
  'attachments.add': job(
    'contacts.write',
    z.strictObject({ contactId: z.int().positive(), dealId: z.int().positive().nullable().default(null), file: FileToken }),
    Attachment,
  ),
  'attachments.get': query('contacts.read', AttachmentId, Attachment),
  /** The one that was chosen as the contact's picture. */
  'attachments.picture': query('contacts.read', ContactId, Attachment.nullable()),
  'attachments.usePicture': command('contacts.write', AttachmentId.extend({ used: z.boolean() }), Attachment),
  'attachments.trash': command('contacts.write', AttachmentId, Attachment),
  'attachments.restore': command('contacts.write', AttachmentId, Attachment),
  /** Writes a copy to where the person wants it. */
  'attachments.save': job('contacts.read', AttachmentId.extend({ out: FileToken }), z.strictObject({ bytes: z.int() })),
}
