import { expect, it } from 'vitest'
import { understand } from '../../shared/contacts/search.ts'
import { toE164 } from '../../shared/phone.ts'

const vip = { id: 1, foldedName: 'vip' }

it('understands a word as a tag or as text, but never in more than eight ways', () => {
  expect(understand('vip mun', [vip])).toEqual([
    { match: '("vip"*) AND ("mun"*)', tagIds: [] },
    { match: '("mun"*)', tagIds: [[1]] },
  ])
  expect(understand('v v v v v v v v', [vip])).toHaveLength(8)
})

it('reads a phone number the same, whatever was read before', () => {
  const odd = ['0176123+456', '0176 1234567 #12', '0176 1234567 ext. 12', '0176-123.45/67', '+49 (0)176 1234567']
  const alone = odd.map(number => toE164(number, 'DE'))
  toE164('0176 1234567', 'DE')
  toE164('0176 1234999', 'DE')
  expect(odd.map(number => toE164(number, 'DE'))).toEqual(alone)
  expect(alone.filter(number => number !== null && !/^\+\d+$/.test(number))).toEqual([])
})
