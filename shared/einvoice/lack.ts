import { z } from 'zod'
import { Missing } from '../invoices/model.ts'

/** What an e-invoice may lack: of what any invoice needs, more than the law asks for; amounts that it can hold; and what authorities ask for. */
export const Lack = z.enum([
  ...Missing.exclude(['instalments']).options,
  'lineName',
  'twoDecimals',
  'sellerTown',
  'sellerPhone',
  'sellerEmail',
  'sellerBank',
  'buyerTown',
  'buyerEmail',
])
export type Lack = z.infer<typeof Lack>
