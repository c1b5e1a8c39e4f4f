import { describe, expect, it } from 'vitest'
import type { Document } from '../../shared/invoices/model.ts'
import { groupedIban, isIban } from '../../shared/paper/iban.ts'
import { paymentCode } from '../../shared/paper/payment.ts'
import { aDocument, aSeller } from './documents.ts'

const codeOf = (over: Partial<Document> = {}) => paymentCode(aDocument(over), key => key)?.text ?? null
const bank = (over: Partial<Document['seller']['bank']>) => ({ seller: aSeller({ bank: { ...aSeller().bank, ...over } }) })

describe('the code to pay by', () => {
  it('is what banking apps read (EPC069-12)', () => {
    expect(codeOf()).toBe('BCD\n002\n1\nSCT\nCOBADEFFXXX\nMarlene Krüger\nDE89370400440532013000\nEUR84.00\n\n\n2026-0042')
    expect(codeOf({ settled: 3400, ...bank({ holder: '', bic: 'none' }) })).toBe(
      'BCD\n002\n1\nSCT\n\nSalon Marlene\nDE89370400440532013000\nEUR50.00\n\n\n2026-0042',
    )
  })

  it('is not printed where it would be wrong', () => {
    expect(codeOf(bank({ iban: 'DE88 3704 0044 0532 0130 00' }))).toBeNull()
    expect(codeOf(bank({ iban: '' }))).toBeNull()
    expect(codeOf({ currency: 'USD' })).toBeNull()
    expect(codeOf({ number: null })).toBeNull()
    expect(codeOf({ settled: 8400 })).toBeNull()
    expect(codeOf({ kind: 'quote' })).toBeNull()
    expect(codeOf({ kind: 'creditNote' })).toBeNull()
  })

  it('knows an account number by its check digits', () => {
    expect(['DE89370400440532013000', 'gb82 west 1234 5698 7654 32', 'CH9300762011623852957'].map(isIban)).toEqual([true, true, true])
    expect(['DE89370400440532013001', 'DE89', '', 'hello'].map(isIban)).toEqual([false, false, false, false])
    expect(groupedIban('ch9300762011623852957').replaceAll('\u00a0', ' ')).toBe('CH93 0076 2011 6238 5295 7')
  })
})
