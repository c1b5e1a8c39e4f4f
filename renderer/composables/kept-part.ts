import { ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSaving } from './saving.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Changed = { value: unknown; operation: number | null }

/** A part of stored settings in its form: saved as soon as a field is left, so there is no button; the way back is the toast. */
export function useKeptPart<Part extends object>(stored: () => Part, change: (part: Part) => Promise<Changed>) {
  const { t } = useI18n()
  const { save, errors, rest } = useSaving()

  const form = ref(plain(stored())) as Ref<Mutable<Part>>
  let last = JSON.stringify(stored())
  let keeping = false
  // Changed elsewhere, or taken back.
  watch(
    () => JSON.stringify(stored()),
    now => {
      if (now !== last && !keeping) form.value = plain(stored())
      last = now
    },
  )

  /** What is typed while the last change is on its way follows it. */
  async function keep() {
    if (keeping) return
    keeping = true
    let sent = ''
    for (let wanted = plain(form.value); isNews(wanted, sent); wanted = plain(form.value)) {
      const next = wanted
      sent = JSON.stringify(next)
      if (!(await save(() => change(next), t('settings.saved')))) break
    }
    keeping = false
  }
  /** Spaces around a word are left out where it is stored: the same again would change nothing. */
  const isNews = (wanted: Part, sent: string) => ![sent, JSON.stringify(stored())].includes(JSON.stringify(wanted))

  return { form, keep, errors, rest }
}

/** A reactive object cannot be cloned. */
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T
