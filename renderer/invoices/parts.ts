import { Banknote, FileClock, ReceiptText, RefreshCw } from '@lucide/vue'

/** The pages around invoices, side by side. */
export const invoiceParts = [
  { route: 'invoices', text: 'documents', icon: ReceiptText },
  { route: 'subscriptions', text: 'recurring', icon: RefreshCw },
  { route: 'openItems', text: 'openItems', icon: FileClock },
  { route: 'payments', text: 'payments', icon: Banknote },
] as const
