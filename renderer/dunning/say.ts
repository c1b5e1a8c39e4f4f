import { useI18n } from 'vue-i18n'
import type { Letter } from '../../shared/dunning/model.ts'
import { reminderText } from '../../shared/dunning/paper.ts'
import type { Say } from '../../shared/paper/model.ts'
import { useToasts } from '../ui/toasts.ts'

/** A letter as plain text in its own language, for a message to the client. */
export function useLetterText() {
  const { t } = useI18n()
  const toasts = useToasts()

  const sayIn =
    (language: string): Say =>
    (key, params = {}) =>
      t(`paper.${key}`, params, { locale: language })

  async function copy(letter: Letter) {
    try {
      await navigator.clipboard.writeText(reminderText(letter, sayIn(letter.language)))
      toasts.notify({ text: t('dunning.single.copied') })
    } catch {
      toasts.notify({ text: t('dunning.single.copyFailed'), tone: 'error' })
    }
  }
  return { copy, sayIn }
}
