import { Armchair, CalendarClock, ConciergeBell, Package, Percent, ReceiptText, ShieldCheck, Store, UsersRound } from '@lucide/vue'

/** The parts of the settings, each a page of its own. */
export const parts = [
  { route: 'settings', text: 'general', icon: Store },
  { route: 'staffSettings', text: 'staff', icon: UsersRound },
  { route: 'serviceSettings', text: 'services', icon: ConciergeBell },
  { route: 'productSettings', text: 'products', icon: Package },
  { route: 'roomSettings', text: 'rooms', icon: Armchair },
  { route: 'hourSettings', text: 'hours', icon: CalendarClock },
  { route: 'taxSettings', text: 'taxes', icon: Percent },
  { route: 'invoiceSettings', text: 'invoices', icon: ReceiptText },
  { route: 'backupSettings', text: 'backups', icon: ShieldCheck },
] as const
