import type { InvoicingSettings } from '../../../shared/invoices/model.ts'
import { useKeptForm } from '../../composables/kept-form.ts'
import { useInvoicing } from '../invoicing.ts'

/** A part of the settings of invoices in its form. */
export const useSettingsPart = <Key extends keyof InvoicingSettings>(...keys: Key[]) =>
  useKeptForm<InvoicingSettings, Key>(useInvoicing(), ...keys)
