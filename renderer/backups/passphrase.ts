import { computed, shallowRef } from 'vue'
import { AppError } from '../../shared/errors.ts'

const asking: readonly string[] = ['passphraseMissing', 'passphraseWrong']

/** A backup's own passphrase, asked for once it turns out to be needed; from then on the field stays, also while an answer is tried. */
export function useAskedPassphrase() {
  const passphrase = shallowRef('')
  const isAsked = shallowRef(false)

  return {
    passphrase,
    isAsked,
    /** What goes along with the wish. */
    secret: computed(() => (passphrase.value === '' ? {} : { passphrase: passphrase.value })),
    hear(error: unknown) {
      if (error instanceof AppError && asking.includes(error.failure.reason)) isAsked.value = true
    },
    forget() {
      passphrase.value = ''
      isAsked.value = false
    },
  }
}
