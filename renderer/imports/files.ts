import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OfferedFile } from '../../shared/files/model.ts'
import { useHost } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useFileDrop } from '../composables/file-drop.ts'
import { useToasts } from '../ui/toasts.ts'

/** A file to import: picked in a dialog, or dropped anywhere on the page. */
export function useFileChoice(take: (file: OfferedFile) => unknown, isFree: () => boolean) {
  const { t } = useI18n()
  const host = useHost()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const busy = shallowRef(false)

  async function offered(offer: () => Promise<OfferedFile | null>) {
    busy.value = true
    try {
      const file = await offer()
      if (file) await take(file)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
    busy.value = false
  }

  function drop([file, ...more]: readonly File[]) {
    if (!file || !isFree()) return
    if (more.length > 0) toasts.notify({ text: t('imports.oneAtATime', { name: file.name }) })
    void offered(() => host.offerFile(file))
  }

  return { pick: () => offered(host.pickFile), busy, isOver: useFileDrop(drop) }
}
