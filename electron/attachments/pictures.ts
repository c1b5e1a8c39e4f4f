import { Attachment } from '../../shared/attachments/model.ts'
import { isPicture } from '../../shared/attachments/rules.ts'
import { owner } from '../../shared/permissions.ts'
import type { Dispatch } from '../dispatch.ts'
import { securityHeaders, type Page } from '../transports/pages.ts'
import { contentPath } from './store.ts'

/**
 * The content of an attached picture, for the page to show: `/attachments/12`. Nothing else is shown this way, and a browser that
 * is led here itself saves the file instead of opening it.
 */
export async function pictureAt(dispatch: Dispatch, dataFolder: string, id: string): Promise<Page | null> {
  if (!/^\d{1,15}$/.test(id)) return null
  const found = await dispatch('attachments.get', { id: Number(id) }, owner)
  if (!found.ok) return null
  const attachment = Attachment.parse(found.value)
  if (!isPicture(attachment)) return null
  return {
    file: contentPath(dataFolder, attachment.hash),
    headers: {
      ...securityHeaders,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': attachment.mediaType,
      'content-disposition': 'attachment',
      'cache-control': 'private, max-age=86400',
    },
  }
}
