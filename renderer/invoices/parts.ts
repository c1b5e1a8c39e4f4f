import { Banknote, FileClock, ReceiptText } from '@lucide/vue'

/** The pages around invoices, side by side. */
export const invoiceParts = [
  { route: 'invoices', text: 'documents', icon: ReceiptText },
  { route: 'openItems', text: 'openItems', icon: FileClock },
  { route: 'payments', text: 'payments', icon: Banknote },
] as const
