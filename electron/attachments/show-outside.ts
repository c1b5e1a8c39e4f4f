import { shell } from 'electron'
import { Attachment } from '../../shared/attachments/model.ts'
import type { Result } from '../../shared/call.ts'
import { AppError } from '../../shared/errors.ts'
import { owner } from '../../shared/permissions.ts'
import type { Dispatch } from '../dispatch.ts'
import { copyToOpen } from './opening.ts'

/** By the program that the system has for it; what could start something by itself is refused, and can be saved instead. */
export async function showOutside(id: number, dispatch: Dispatch, dataFolder: string): Promise<Result> {
  const found = await dispatch('attachments.get', { id }, owner)
  if (!found.ok) return found
  const attachment = Attachment.parse(found.value)
  const problem = await shell.openPath(await copyToOpen(dataFolder, attachment))
  if (problem !== '') throw new AppError('notFound', 'fileNotOpened', { name: attachment.fileName })
  return { ok: true, value: null }
}
