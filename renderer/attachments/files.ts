import { useDropZone } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { largestFile, mostBytes } from '../../shared/attachments/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { OfferedFile } from '../../shared/files/model.ts'
import { useApi, useHost } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'

/** Files that somebody drops on a contact or picks for it, one after the other. */
export function useAttaching(contactId: () => number, zone: Ref<HTMLElement | null>, dealId: () => number | null = () => null) {
  const { t } = useI18n()
  const api = useApi()
  const host = useHost()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const announce = useUndoable()
  const busy = shallowRef(false)

  async function attach(offer: () => Promise<OfferedFile | null>, to = contactId()) {
    try {
      const file = await offer()
      if (!file) return
      if (file.size > mostBytes) throw tooLarge()
      const { value, operation } = await api.noted('attachments.add', { contactId: to, dealId: dealId(), file: file.token })
      announce(t('attachments.attached', { name: value.fileName }), operation)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }

  async function working(work: () => Promise<void>) {
    busy.value = true
    await work()
    busy.value = false
  }

  /** A browser would first take a copy of it. */
  const offerDropped = (file: File) => (file.size > mostBytes ? Promise.reject(tooLarge()) : host.offerFile(file))

  const drop = (files: readonly File[] | null) =>
    working(async () => {
      const to = contactId()
      for (const file of files ?? []) await attach(() => offerDropped(file), to)
    })

  const { isOverDropZone } = useDropZone(zone, files => void drop(files))
  return { isOver: isOverDropZone, busy, pick: () => working(() => attach(host.pickFile)) }
}

const tooLarge = () => new AppError('invalid', 'fileTooLarge', { maximum: largestFile })
