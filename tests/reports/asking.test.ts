import { expect, it } from 'vitest'
import { oneAtATime } from '../../renderer/composables/one-at-a-time.ts'

it('However often a question is changed while it is asked, one is on its way, and the newest comes next', async () => {
  const waiting: ((answer: string) => void)[] = []
  let question = ''
  const asked: string[] = []
  const ask = oneAtATime(() => {
    asked.push(question)
    return new Promise<string>(resolve => waiting.push(resolve))
  })
  const answers = ['month', 'week', 'day'].map(async wanted => {
    question = wanted
    return ask().catch(() => 'passed over')
  })
  await expect.poll(() => asked).toEqual(['day'])
  question = 'year'
  const last = ask()
  expect(asked).toEqual(['day'])
  waiting[0]!('by day')
  await expect.poll(() => asked).toEqual(['day', 'year'])
  waiting[1]!('by year')
  expect([...(await Promise.all(answers)), await last]).toEqual(['passed over', 'passed over', 'by day', 'by year'])
})
