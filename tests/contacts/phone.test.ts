import { describe, expect, it } from 'vitest'
import { formatPhone } from '../../shared/phone.ts'

describe('a phone number on the screen', () => {
  it('is written as its country writes it, with the calling code where that is another one', () => {
    expect(formatPhone('0049402805519', '+49402805519', 'DE')).toBe('040 2805519')
    expect(formatPhone('02079460958', '+442079460958', 'DE')).toBe('+44 20 7946 0958')
  })

  it('is shown as it was typed where no format is known for it, so that no zero is lost', () => {
    expect(formatPhone('0151 7654321', '+491517654321', 'DE')).toBe('0151 7654321')
    expect(formatPhone('ask at home', null, 'DE')).toBe('ask at home')
  })
})
