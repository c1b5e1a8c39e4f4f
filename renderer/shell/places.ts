import {
  CalendarDays,
  ChartColumn,
  CopyCheck,
  Download,
  Gift,
  History,
  ListTodo,
  ReceiptText,
  Settings,
  SquareKanban,
  Star,
  Sunrise,
  Trash2,
  Users,
  Wallet,
} from '@lucide/vue'

/** The pages of the side navigation. */
export const places = [
  { name: 'today', icon: Sunrise, apart: false },
  { name: 'calendar', icon: CalendarDays, apart: false },
  { name: 'tasks', icon: ListTodo, apart: false },
  { name: 'contacts', icon: Users, apart: false },
  { name: 'pipeline', icon: SquareKanban, apart: false },
  { name: 'invoices', icon: ReceiptText, apart: false },
  { name: 'vouchers', icon: Gift, apart: false },
  { name: 'loyalty', icon: Star, apart: false },
  { name: 'cashbook', icon: Wallet, apart: false },
  { name: 'reports', icon: ChartColumn, apart: false },
  { name: 'import', icon: Download, apart: false },
  { name: 'duplicates', icon: CopyCheck, apart: false },
  { name: 'history', icon: History, apart: false },
  { name: 'trash', icon: Trash2, apart: false },
  { name: 'settings', icon: Settings, apart: true },
] as const
export type PlaceName = (typeof places)[number]['name']
