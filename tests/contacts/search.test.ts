import { expect, it } from 'vitest'
import { understand } from '../../shared/contacts/search.ts'
import { toE164 } from '../../shared/phone.ts'
import type { NewContact } from '../../shared/contacts/model.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

const vip = { id: 1, foldedName: 'vip' }

it('understands a word as a tag or as text, but never in more than eight ways', () => {
  expect(understand('vip mun', [vip])).toEqual([
    { match: '("vip"*) AND ("mun"*)', tagIds: [], whole: null, rough: null },
    { match: '("mun"*)', tagIds: [[1]], whole: null, rough: null },
  ])
  expect(understand('v v v v v v v v', [vip])).toHaveLength(8)
})

it('looks for longer words as whole ones first, and for numbers only by how they begin', () => {
  const [town] = understand('Hamburg mun 20095', [])
  expect(town).toEqual({
    match: '("hamburg"*) AND ("mun"*) AND ("20095"* OR "x59002"*)',
    tagIds: [],
    whole: null,
    rough: { match: '("hamburg"*) AND ("mun"*) AND ("200"* OR "x59002"*)', checked: [['20095', 'x59002']] },
  })
  expect(understand('Müllerin mun', [])).toMatchObject([
    { match: '("mullerin"* OR "muellerin"*) AND ("mun"*)', whole: '("mullerin" OR "muellerin") AND ("mun"*)', rough: null },
  ])
})

it('finds by a name and the beginning of a number exactly those who have both, however many numbers begin so', async () => {
  const { api } = await openApp()
  const add = (familyName: string, more: Partial<NewContact>) =>
    api('contacts.create', aContact({ givenName: 'Anna', familyName, ...more }))
  await add('Mobile', { phones: [{ label: '', number: '0171 2345678' }] })
  await add('OtherNetwork', { phones: [{ label: '', number: '0151 2345678' }] })
  await add('Inside', { phones: [{ label: '', number: '0157 4917123' }] })
  await add('AreaCode', { phones: [{ label: '', number: '04917 123456' }] })
  await add('Ending', { phones: [{ label: '', number: '030 1237194' }] })
  await add('Mailbox', { emails: [{ label: '', address: 'anna.4917@example.com' }] })
  const found = async (text: string) => (await api('contacts.search', { text })).map(({ name }) => name).toSorted()
  expect(await found('ann 4917')).toEqual(['Anna AreaCode', 'Anna Mailbox', 'Anna Mobile'])
  expect(await found('ann 7194')).toEqual(['Anna Ending'])
  expect(await found('ann 49171')).toEqual(['Anna AreaCode', 'Anna Mobile'])
})

it('reads a phone number the same, whatever was read before', () => {
  const odd = ['0176123+456', '0176 1234567 #12', '0176 1234567 ext. 12', '0176-123.45/67', '+49 (0)176 1234567']
  const alone = odd.map(number => toE164(number, 'DE'))
  toE164('0176 1234567', 'DE')
  toE164('0176 1234999', 'DE')
  expect(odd.map(number => toE164(number, 'DE'))).toEqual(alone)
  expect(alone.filter(number => number !== null && !/^\+\d+$/.test(number))).toEqual([])
})
