import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attachment } from '../../shared/attachments/model.ts'
import { mayOpen } from '../../shared/attachments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { freshPath } from '../files/transfer-folder.ts'
import { contentPath } from './store.ts'

/** A copy under its own name, for another program to show: what somebody does to it leaves the stored one as it is. */
export async function copyToOpen(dataFolder: string, attachment: Attachment) {
  if (!mayOpen(attachment)) throw new AppError('invalid', 'fileNotOpened', { name: attachment.fileName })
  const folder = freshPath(dataFolder)
  makePrivateFolder(folder)
  const copy = join(folder, attachment.fileName)
  await copyFile(contentPath(dataFolder, attachment.hash), copy)
  return copy
}
