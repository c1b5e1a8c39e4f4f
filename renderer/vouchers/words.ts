import { useI18n } from 'vue-i18n'
import { writtenCode } from '../../shared/vouchers/code.ts'
import type { Voucher, VoucherEntry, VoucherState } from '../../shared/vouchers/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import type { Tone } from '../ui/tones.ts'

const stateTones = { active: 'green', used: 'quiet', expired: 'amber', blocked: 'red' } as const satisfies Record<VoucherState, Tone>

/** What gift cards and packages are called, and what they are worth. */
export function useVoucherWords() {
  const { t } = useI18n()
  const { money, quantity } = useFormatters()
  const { date } = useWallFormats()

  return {
    codeText: writtenCode,
    kindText: (kind: Voucher['kind']) => t(`vouchers.kinds.${kind}`),
    stateText: (state: VoucherState) => t(`vouchers.states.${state}`),
    stateTone: (state: VoucherState): Tone => stateTones[state],
    /** What is put on a card after its sale is a top-up. */
    entryText: ({ kind, documentId }: Pick<VoucherEntry, 'kind' | 'documentId'>, sale: Pick<Voucher, 'documentId'>) =>
      t(`vouchers.entries.${kind === 'issued' && documentId !== sale.documentId ? 'toppedUp' : kind}`),
    /** €30.00, or 7. */
    worth: (amount: number, { kind }: Pick<Voucher, 'kind'>) => (kind === 'package' ? quantity(amount) : money(amount)),
    /** €30.00 left, or 7 of 10 left. */
    leftText: ({ kind, balance, issued }: Pick<Voucher, 'kind' | 'balance' | 'issued'>) =>
      kind === 'package'
        ? t('vouchers.leftOf', { left: quantity(balance), all: quantity(issued) })
        : t('vouchers.left', { amount: money(balance) }),
    expiryText: ({ expiresOn }: Pick<Voucher, 'expiresOn'>) =>
      expiresOn === null ? t('vouchers.forEver') : t('vouchers.until', { day: date(expiresOn) }),
    forWhom: ({ holder, contactName }: Pick<Voucher, 'holder' | 'contactName'>) => holder || contactName || t('vouchers.bearer'),
  }
}
