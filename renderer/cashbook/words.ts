import { ArrowLeftRight, Banknote, HandCoins, Minus, Plus } from '@lucide/vue'
import type { Component } from 'vue'
import type { CashKind } from '../../shared/cashbook/model.ts'
import type { Tone } from '../ui/tones.ts'

export const cashFaces = {
  payment: { icon: Banknote, tone: 'green' },
  tip: { icon: HandCoins, tone: 'teal' },
  paidIn: { icon: Plus, tone: 'blue' },
  paidOut: { icon: Minus, tone: 'amber' },
  difference: { icon: ArrowLeftRight, tone: 'red' },
} as const satisfies Record<CashKind, { icon: Component; tone: Tone }>
