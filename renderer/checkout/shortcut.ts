import { useShortcut } from '../composables/shortcuts.ts'
import { useSettings } from '../settings/store.ts'
import { useCheckout } from './store.ts'

/** Ctrl+Shift+K: a sale from wherever one is. */
export function useCheckoutShortcut() {
  const settings = useSettings()
  const checkout = useCheckout()
  useShortcut('mod+shift+k', () => checkout.begin(), { label: 'checkout.shortcut', inFields: true, when: () => settings.isSetUp })
}
