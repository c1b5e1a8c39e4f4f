import type { InvoicingSettings } from '../../../shared/invoices/model.ts'
import { useKeptPart } from '../../composables/kept-part.ts'
import { useInvoicing } from '../invoicing.ts'

/** A part of what the shop has settled about its invoices, in its form. */
export function useSettingsPart<Key extends Exclude<keyof InvoicingSettings, 'logo'>>(...keys: Key[]) {
  const invoicing = useInvoicing()
  const stored = () => Object.fromEntries(keys.map(key => [key, invoicing.settings![key]])) as Pick<InvoicingSettings, Key>
  return useKeptPart(stored, invoicing.change)
}
