import { useI18n } from 'vue-i18n'
import type { Attachment } from '../../shared/attachments/model.ts'
import { mayOpen } from '../../shared/attachments/rules.ts'
import { useApi, useHost } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'

/** What can be done with an attached file. */
export function useAttachmentActions(attachment: () => Attachment) {
  const { t } = useI18n()
  const api = useApi()
  const host = useHost()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const announce = useUndoable()

  async function attempt(work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }

  async function saveCopy() {
    const { id, fileName } = attachment()
    const out = await host.chooseDestination(fileName)
    if (!out) return
    await api.run('attachments.save', { id, out })
    await host.deliver(out)
    if (host.kind === 'window') toasts.notify({ text: t('attachments.saved', { name: fileName }) })
  }

  const show = () => (host.openAttachment && mayOpen(attachment()) ? host.openAttachment(attachment().id) : saveCopy())

  return {
    open: () => attempt(show),
    save: () => attempt(saveCopy),
    remove: () =>
      attempt(async () => {
        const { id, fileName } = attachment()
        announce(t('attachments.removed', { name: fileName }), (await api.noted('attachments.trash', { id })).operation)
      }),
    togglePicture: () =>
      attempt(async () => {
        const used = attachment().pictureAt === null
        const { operation } = await api.noted('attachments.usePicture', { id: attachment().id, used })
        announce(t(used ? 'attachments.pictureChosen' : 'attachments.pictureDropped'), operation)
      }),
  }
}
