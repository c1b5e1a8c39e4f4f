import { expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useAnswer } from '../../renderer/composables/answer.ts'

/** What asks about one thing after the other, and answers that come when they are told to. */
function asking() {
  const about = shallowRef('invoice')
  const asked: { about: string; answer(found: string): void; fail(cause: Error): void }[] = []
  const ask = () =>
    new Promise<string>((answer, fail) => {
      asked.push({ about: about.value, answer, fail })
    })
  const scope = effectScope()
  const held = scope.run(() => useAnswer(ask, { of: () => about.value }))!
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
