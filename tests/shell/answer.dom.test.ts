import { expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useAnswer, type Asking } from '../../renderer/composables/answer.ts'

/** What asks about one thing after the other, and answers that come when they are told to. */
function asking(how: Asking = {}) {
  const about = shallowRef('invoice')
  const asked: { about: string; answer(found: string): void; fail(cause: Error): void }[] = []
  const ask = () =>
    about.value === ''
      ? null
      : new Promise<string>((answer, fail) => {
          asked.push({ about: about.value, answer, fail })
        })
  const scope = effectScope()
  const held = scope.run(() => useAnswer(ask, { of: about, ...how }))!
  return { about, asked, held }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

it('An answer that comes late, when something else is shown already, does not take its place', async () => {
  const { about, asked, held } = asking()
  about.value = 'credit note'
  await nextTick()
  asked[1]!.answer('the credit note')
  await settled()
  asked[0]!.answer('the invoice')
  await settled()
  expect([asked.map(one => one.about), held.answer.value]).toEqual([['invoice', 'credit note'], 'the credit note'])
})

it('Nothing of the former is shown while the next is asked for', async () => {
  const { about, asked, held } = asking()
  asked[0]!.answer('the invoice')
  await settled()
  about.value = 'credit note'
  await nextTick()
  expect(held.answer.value).toBeNull()
})

it('A failure leaves what was known, and goes with the next answer', async () => {
  const { asked, held } = asking()
  asked[0]!.answer('the invoice')
  await settled()
  void held.load()
  asked[1]!.fail(new Error('no network'))
  await settled()
  expect([held.answer.value, held.failure.value]).toEqual(['the invoice', new Error('no network')])
  void held.load()
  asked[2]!.answer('the invoice, paid')
  await settled()
  expect([held.answer.value, held.failure.value]).toEqual(['the invoice, paid', null])
})

it('The former stays until the next is there where that is asked for, and goes where the next cannot be had', async () => {
  const { about, asked, held } = asking({ keep: true })
  asked[0]!.answer('the invoice')
  await settled()
  about.value = 'credit note'
  await nextTick()
  expect(held.answer.value).toBe('the invoice')
  asked[1]!.fail(new Error('gone'))
  await settled()
  expect([held.answer.value, held.failure.value]).toEqual([null, new Error('gone')])
})

it('What is known by a change is newer than what was asked before it', async () => {
  const { asked, held } = asking()
  held.put('the invoice as it was saved')
  asked[0]!.answer('the invoice as it was')
  await settled()
  expect([held.answer.value, held.isAsking.value]).toEqual(['the invoice as it was saved', false])
})

it('Where nothing is to be asked, nothing is known of another thing, and what is known of this one stays', async () => {
  const { about, asked, held } = asking({ keep: true })
  asked[0]!.answer('the invoice')
  await settled()
  about.value = ''
  await nextTick()
  expect([asked.length, held.answer.value]).toEqual([1, null])
  held.put('what was begun')
  await held.load()
  expect(held.answer.value).toBe('what was begun')
})

it('Whoever waits while somebody asks anew waits for the answer that counts', async () => {
  const { asked, held } = asking()
  const seen: unknown[] = []
  void held.load().then(() => seen.push(held.answer.value))
  void held.load()
  asked[1]!.answer('the invoice as it was')
  await settled()
  expect(seen).toEqual([])
  asked[2]!.answer('the invoice')
  await settled()
  expect(seen).toEqual(['the invoice'])
})
