import type { InvoicingSettings } from '../../shared/invoices/model.ts'

/** What the shop's papers look like. `logo` is a PNG or a JPEG as a data: address. */
export type Look = Readonly<Pick<InvoicingSettings, 'paper' | 'receiptWidth' | 'colour' | 'texts'> & { logo?: string }>
