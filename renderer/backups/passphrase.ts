import { computed, shallowRef } from 'vue'
import { AppError } from '../../shared/errors.ts'

const asking = {
  passphrase: ['passphraseMissing', 'passphraseWrong'],
  databasePassphrase: ['dataPassphraseMissing', 'dataPassphraseWrong'],
} as const satisfies Record<string, readonly string[]>
export type Secret = keyof typeof asking
const names: readonly Secret[] = ['passphrase', 'databasePassphrase']

/**
 * A backup's own passphrase, and that of the data in it: each asked for once it turns out to be needed; from then on its field stays,
 * also while an answer is tried.
 */
export function useAskedPassphrases() {
  const given = shallowRef<Readonly<Record<Secret, string>>>({ passphrase: '', databasePassphrase: '' })
  const asked = shallowRef<readonly Secret[]>([])

  return {
    given,
    asked,
    give: (name: Secret, text: string) => (given.value = { ...given.value, [name]: text }),
    /** What goes along with the wish. */
    secret: computed(() => Object.fromEntries(Object.entries(given.value).filter(([, text]) => text !== ''))),
    /** Whether no more stands in the way than a passphrase that was not asked for yet. */
    hear(error: unknown) {
      if (!(error instanceof AppError)) return false
      const { reason } = error.failure
      const before = asked.value.length
      asked.value = names.filter(name => asked.value.includes(name) || asking[name].some(one => one === reason))
      // Also where the shop's own was tried and does not fit: nobody has typed one that could be wrong.
      return asked.value.length > before
    },
    forget() {
      given.value = { passphrase: '', databasePassphrase: '' }
      asked.value = []
    },
  }
}
