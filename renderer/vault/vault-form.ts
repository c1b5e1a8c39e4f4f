import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWrittenFile } from '../composables/written-file.ts'
import { useVault } from './store.ts'

/** What is done with the passphrase: the data is encrypted, gets another one, is decrypted, or the passphrase goes on paper. */
export type Deed = 'set' | 'change' | 'end' | 'sheet'

export const asksCurrent = (deed: Deed) => deed !== 'set'
export const asksNext = (deed: Deed) => deed === 'set' || deed === 'change'

/** The form of each of them. Once a change has begun it stays at work: Regulars begins anew when it is done. */
export function useVaultForm(deed: () => Deed) {
  const { t } = useI18n()
  const vault = useVault()
  const sheet = useWrittenFile()
  const nothing = { current: '', next: '', again: '', isUnderstood: false }
  const form = shallowRef(nothing)
  const failure = shallowRef<unknown>(null)
  const busy = shallowRef(false)

  const differs = computed(() => form.value.again !== '' && form.value.again !== form.value.next)
  const isComplete = computed(() => {
    const { current, next, again, isUnderstood } = form.value
    if (asksCurrent(deed()) && current === '') return false
    if (asksNext(deed()) && (next === '' || next !== again)) return false
    return deed() !== 'set' || isUnderstood
  })

  function clear() {
    form.value = nothing
    failure.value = null
    busy.value = false
  }

  const saveSheet = (passphrase: string) =>
    sheet.write(t('vault.sheetName'), async out => {
      await vault.saveSheet({ passphrase, out })
      return t('vault.sheetSaved')
    })

  /** True where the dialog has nothing left to say. */
  async function submit() {
    if (busy.value || !isComplete.value) return false
    const { current, next } = form.value
    busy.value = true
    failure.value = null
    if (deed() === 'sheet') {
      const isDone = await saveSheet(current)
      failure.value = sheet.failure.value
      busy.value = false
      return isDone
    }
    try {
      if (deed() === 'end') await vault.decrypt(current)
      else await vault.encrypt({ passphrase: next, ...(deed() === 'change' && { current }) })
    } catch (error) {
      failure.value = error
      busy.value = false
    }
    return false
  }

  return { form, failure, busy, differs, isComplete, clear, submit }
}
