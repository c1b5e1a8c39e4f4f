import { Banknote, CircleDollarSign, CreditCard, Gift, Landmark } from '@lucide/vue'
import type { Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { paymentMethods, type PaymentMethod } from '../../shared/payments/model.ts'

export const methodIcons = {
  cash: Banknote,
  card: CreditCard,
  transfer: Landmark,
  voucher: Gift,
  other: CircleDollarSign,
} as const satisfies Record<PaymentMethod, Component>

/** What the ways to pay are called. */
export function usePaymentWords() {
  const { t, te } = useI18n()
  const methodText = (method: string) => (te(`payments.methods.${method}`, 'en') ? t(`payments.methods.${method}`) : method)
  const choices = () => paymentMethods.map(value => ({ value, label: methodText(value), icon: methodIcons[value] }))
  return { methodText, choices }
}
