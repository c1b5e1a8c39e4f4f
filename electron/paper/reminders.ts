import type { Reminder } from '../../shared/dunning/model.ts'
import { reminderPaper } from '../../shared/dunning/paper.ts'
import { letterOf } from './letter.ts'
import type { Look } from './look.ts'
import { pdfOfSheets, sayIn, type Pdf } from './pdf.ts'

/** Letters that were sent, one behind the other in one file. */
export async function lettersOf(reminders: readonly Reminder[], look: Look): Promise<Pdf> {
  const papers = reminders.map(reminder => {
    const say = sayIn(reminder.language)
    return { paper: reminderPaper(reminder, say), say }
  })
  const laid = papers.map(({ paper, say }) => letterOf(paper, look, say))
  const [first] = laid as [(typeof laid)[number], ...typeof laid]
  const [{ paper }] = papers as [(typeof papers)[number], ...typeof papers]
  const { at, language } = reminders.at(-1)!
  const { letterhead, title } = paper
  return pdfOfSheets(
    { ...first, sheets: laid.flatMap(({ sheets }) => sheets) },
    { title, author: letterhead, language, moment: new Date(at) },
  )
}
