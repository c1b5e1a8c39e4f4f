import { copyFile } from 'node:fs/promises'
import type { Attachment } from '../../shared/attachments/model.ts'
import type { attachmentsContract } from '../../shared/attachments/contract.ts'
import { isPicture, safeName } from '../../shared/attachments/rules.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { find } from '../contacts/find.ts'
import { refuseForeign } from '../deals/whose.ts'
import { explainStorage } from '../db/failures.ts'
import type { Db } from '../db/schema.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { CommandContext, Handlers, JobContext } from '../handlers.ts'
import * as queries from './queries.ts'
import { contentPath, storeContent } from './store.ts'

export const attachmentHandlers: Handlers<typeof attachmentsContract> = {
  'attachments.add': add,
  'attachments.get': ({ id }, { db }) => get(db, id),
  'attachments.picture': async ({ id }, { db }) => (await queries.pictureOf(db, (await find(db, id)).id).executeTakeFirst()) ?? null,
  'attachments.save': save,

  'attachments.usePicture': async ({ id, used }, context) => {
    const attachment = await get(context.db, id)
    if (used && !isPicture(attachment)) throw new AppError('invalid', 'fileIsNoPicture', { name: attachment.fileName })
    if (used === (attachment.pictureAt !== null)) return attachment
    if (used) await queries.dropPicture(context.db, attachment.contactId, id).execute()
    return write(context, attachment, { pictureAt: used ? context.now().toISOString() : null }, used ? 'pictureChosen' : 'pictureDropped')
  },

  'attachments.trash': async ({ id }, context) => {
    const attachment = await get(context.db, id)
    if (attachment.trashedAt !== null) return attachment
    return write(context, attachment, { trashedAt: context.now().toISOString() }, 'fileTrashed')
  },

  'attachments.restore': async ({ id }, context) => {
    const attachment = await get(context.db, id)
    return attachment.trashedAt === null ? attachment : write(context, attachment, { trashedAt: null }, 'fileRestored')
  },
}

async function add(
  { contactId, dealId, file }: { contactId: number; dealId: number | null; file: string },
  context: JobContext,
): Promise<Attachment> {
  const { db, now, session, describe, transaction, progress, checkCancelled } = context
  const contact = await find(db, contactId)
  if (dealId !== null) await refuseForeign(db, dealId, contact.id)
  const { path, name } = context.file(file)
  const stored = await storeContent(ownFolder(context), path, done => {
    checkCancelled()
    progress({ done, total: null, perSecond: null })
  }).catch(explain)
  const at = now().toISOString()
  const facts = { fileName: safeName(name), ...stored, user: session.user }
  const row = { contactId: contact.id, dealId, ...facts, at, pictureAt: null, trashedAt: null }
  const written = await transaction(() => queries.insert(db, row).executeTakeFirstOrThrow())
  describe('fileAttached', { name: displayName(contact), file: written.fileName }, contact.id)
  return written
}

async function save({ id, out }: { id: number; out: string }, context: JobContext) {
  const { hash, bytes, fileName } = await get(context.db, id)
  const { path } = context.destination(out)
  await copyFile(contentPath(ownFolder(context), hash), path).catch((error: unknown) => {
    if (error instanceof Error && 'syscall' in error && error.message.startsWith('ENOENT'))
      throw new AppError('notFound', 'fileMissing', { name: fileName })
    throw new AppError('storage', 'destinationUnwritable', {}, { cause: error })
  })
  return { bytes }
}

/** What the person named may have gone, or may not be read; a full disk is told as such. */
function explain(error: unknown): never {
  const known = explainStorage(error)
  if (known instanceof AppError) throw known
  throw new AppError('storage', 'fileUnreadable', {}, { cause: error })
}

async function get(db: Db, id: number): Promise<Attachment> {
  const attachment = await queries.byId(db, id).executeTakeFirst()
  if (!attachment) throw new AppError('notFound', 'attachmentGone')
  return attachment
}

async function write({ db, describe }: CommandContext, before: Attachment, row: Parameters<typeof queries.update>[2], text: string) {
  const written = await queries.update(db, before.id, row).executeTakeFirstOrThrow()
  describe(text, { name: displayName(await find(db, before.contactId)), file: before.fileName }, before.contactId)
  return written
}
