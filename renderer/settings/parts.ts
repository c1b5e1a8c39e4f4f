import { Armchair, BadgePercent, BellRing, BookOpenCheck, CalendarClock, ConciergeBell, Gift, Package, Percent, ReceiptText, ShieldCheck, SquareKanban, Star, Store, UsersRound } from '@lucide/vue'

/** The parts of the settings, each a page of its own. */
export const parts = [
  { route: 'settings', text: 'general', icon: Store },
  { route: 'staffSettings', text: 'staff', icon: UsersRound },
  { route: 'serviceSettings', text: 'services', icon: ConciergeBell },
  { route: 'productSettings', text: 'products', icon: Package },
  { route: 'priceSettings', text: 'prices', icon: BadgePercent },
  { route: 'roomSettings', text: 'rooms', icon: Armchair },
  { route: 'hourSettings', text: 'hours', icon: CalendarClock },
  { route: 'loyaltySettings', text: 'loyalty', icon: Star },
  { route: 'taxSettings', text: 'taxes', icon: Percent },
  { route: 'voucherSettings', text: 'vouchers', icon: Gift },
  { route: 'invoiceSettings', text: 'invoices', icon: ReceiptText },
  { route: 'dunningSettings', text: 'dunning', icon: BellRing },
  { route: 'accountantSettings', text: 'accountant', icon: BookOpenCheck },
  { route: 'pipelineSettings', text: 'pipelines', icon: SquareKanban },
  { route: 'backupSettings', text: 'backups', icon: ShieldCheck },
] as const
