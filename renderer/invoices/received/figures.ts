import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { EInvoice, PostalAddress } from '../../../shared/einvoice/model.ts'
import { decimalsIn } from '../../../shared/einvoice/decimal.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'

const mostDecimals = 12

/** What stands in a file that somebody else wrote, as people write it here; what is no figure and no day is shown as it stands. */
export function useReceivedFigures() {
  const { locale } = useI18n()
  const { country } = useFormatters()
  const { date } = useWallFormats()
  const formats = computed(() =>
    Array.from(
      { length: mostDecimals + 1 },
      (_, digits) => new Intl.NumberFormat(locale.value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ),
  )
  const written = (text: string, digits: number) => (text === '' ? '' : formats.value[Math.min(digits, mostDecimals)]!.format(Number(text)))

  return {
    /** With two decimals, or as many as there are. */
    amount: (text: string) => written(text, Math.max(2, decimalsIn(text))),
    quantity: (text: string) => written(text, decimalsIn(text)),
    day: (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? date(text) : text),
    address: ({ street, postalCode, locality, region, country: code }: PostalAddress) =>
      [street, [postalCode, locality].filter(Boolean).join(' '), region, /^[A-Z]{2}$/.test(code) ? country(code) : code].filter(Boolean),
    isCredit: ({ type }: EInvoice) => ['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'].includes(type),
  }
}
