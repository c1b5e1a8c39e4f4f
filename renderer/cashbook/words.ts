import { ArrowLeftRight, Banknote, HandCoins, Minus, Plus, Undo2 } from '@lucide/vue'
import type { Component } from 'vue'
import type { cashWord } from '../../shared/cashbook/model.ts'
import type { Tone } from '../ui/tones.ts'

export const cashFaces = {
  payment: { icon: Banknote, tone: 'green' },
  refund: { icon: Undo2, tone: 'amber' },
  tip: { icon: HandCoins, tone: 'teal' },
  paidIn: { icon: Plus, tone: 'blue' },
  paidOut: { icon: Minus, tone: 'amber' },
  difference: { icon: ArrowLeftRight, tone: 'red' },
} as const satisfies Record<ReturnType<typeof cashWord>, { icon: Component; tone: Tone }>
