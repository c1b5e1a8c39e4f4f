import { changeDunning, dunningOf } from '../dunning/settings.ts'
import { dueLetters } from '../dunning/letters.ts'
import { remind } from '../dunning/remind.ts'
import type { JobContext } from '../handlers.ts'

/** What the second and the third letter cost, in cents. */
const [secondFee, thirdFee] = [500, 1000]
/** How many days ago letters went out, and every how manieth of those that were due. */
const mailings = [
  { daysAgo: 17, every: 1 },
  { daysAgo: 2, every: 2 },
] as const

/** The shop has reminded those who owe for longer; some are due again. */
export async function sendReminders(context: JobContext) {
  const { levels } = await dunningOf(context.db)
  const [first, second, third] = levels
  await changeDunning(context.db, { levels: [first, { ...second, fee: secondFee }, { ...third, fee: thirdFee }] })
  for (const { daysAgo, every } of mailings) {
    const then = { ...context, now: () => new Date(context.now().getTime() - daysAgo * 86_400_000) }
    const due = (await dueLetters(then)).filter((_letter, place) => place % every === 0)
    const letters = due.map(({ items }) => ({
      documentIds: items.map(({ documentId }) => documentId),
      ...{ level: null, fee: null, text: null },
    }))
    if (letters.length > 0) await remind({ letters }, then)
  }
}
