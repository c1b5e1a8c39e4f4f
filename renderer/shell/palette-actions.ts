import { CalendarPlus, FilePlus, FileQuestionMark, Keyboard, ListPlus, Moon, Rows3, Rows4, Sun, UserPlus, Wallet } from '@lucide/vue'
import { computed, type Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { fold } from '../../shared/text.ts'
import { useBooking } from '../appointments/booking/store.ts'
import { useCheckout } from '../checkout/store.ts'
import { invoiceParts } from '../invoices/parts.ts'
import { parts } from '../settings/parts.ts'
import { useSettings } from '../settings/store.ts'
import { useTaskWork } from '../tasks/work.ts'
import { places } from './places.ts'
import { useSheet } from './sheet.ts'

type PaletteAction = { id: string; group: 'pages' | 'actions'; text: string; icon: Component; run: () => unknown }

/** Everything the palette can do beside opening a contact. */
export function usePaletteActions() {
  const { t } = useI18n()
  const router = useRouter()
  const settings = useSettings()
  const sheet = useSheet()
  const booking = useBooking()
  const checkout = useCheckout()
  const taskWork = useTaskWork()

  const page = (id: string, text: string, icon: Component, run: () => unknown): PaletteAction => ({ id, group: 'pages', text, icon, run })
  const pages = () => [
    ...places.map(({ name, icon }) => page(name, t(`shell.places.${name}`), icon, () => router.push(`/${name}`))),
    ...invoiceParts
      .filter(({ route }) => route !== 'invoices')
      .map(({ route, text, icon }) => page(route, t(`invoices.parts.${text}`), icon, () => router.push({ name: route }))),
    ...parts
      .filter(({ route }) => route !== 'settings')
      .map(({ route, text, icon }) => page(route, t(`settings.parts.${text}`), icon, () => router.push({ name: route }))),
  ]

  const action = (id: string, icon: Component, run: () => unknown): PaletteAction => ({
    id,
    group: 'actions',
    text: t(`shell.palette.${id}`),
    icon,
    run,
  })
  const actions = () => [
    action('book', CalendarPlus, () => {
      void booking.begin()
      return router.push('/calendar')
    }),
    action('newTask', ListPlus, () => (taskWork.editing = { task: null })),
    action('checkOut', Wallet, () => checkout.begin()),
    action('newInvoice', FilePlus, () => router.push({ name: 'newInvoice' })),
    action('newQuote', FileQuestionMark, () => router.push({ name: 'newInvoice', query: { kind: 'quote' } })),
    action('newContact', UserPlus, () => router.push('/contacts/new')),
    action('light', Sun, () => settings.prefer({ theme: 'light' })),
    action('dark', Moon, () => settings.prefer({ theme: 'dark' })),
    settings.preferences.density === 'compact'
      ? action('comfortable', Rows3, () => settings.prefer({ density: 'comfortable' }))
      : action('compact', Rows4, () => settings.prefer({ density: 'compact' })),
    action('shortcuts', Keyboard, () => (sheet.open = true)),
  ]

  const all = computed(() => [...pages(), ...actions()])
  const matching = (text: string) => all.value.filter(action => fold(action.text).includes(fold(text.trim())))
  return { matching }
}
