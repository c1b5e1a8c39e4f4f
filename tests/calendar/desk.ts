import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from '../support/folder.ts'
import { furnish } from '../support/salon.ts'
import { openWindow } from '../support/window.ts'

type Salon = Awaited<ReturnType<typeof furnish>>
type Options = Omit<NonNullable<Parameters<typeof openWindow>[0]>, 'before' | 'files'>

/** The window of a salon beside a folder: with a file to pick, and a place to save to. */
export async function openDesk(
  options: Options = {},
  { before, content = '' }: { before?(salon: Salon): Promise<unknown>; content?: string } = {},
) {
  const folder = aFolder()
  const [picked, saved] = [join(folder, 'diary.ics'), join(folder, 'saved.ics')]
  writeFileSync(picked, content)
  let salon: Salon | null = null
  const suggested: string[] = []
  const window = await openWindow({
    path: '/calendar',
    ...options,
    async before(app) {
      salon = await furnish(app)
      await before?.(salon)
    },
    files: ({ offers }) => ({
      pickFile: () => Promise.resolve(offers.offerRead(picked)),
      offerFile: async file => {
        writeFileSync(join(folder, file.name), await file.text())
        return offers.offerRead(join(folder, file.name))
      },
      chooseDestination: name => {
        suggested.push(name)
        return Promise.resolve(offers.offerWrite(saved, name))
      },
      deliver: () => Promise.resolve(),
    }),
  })
  return {
    ...window,
    salon: salon! as Salon,
    /** The names under which the app wanted to save. */
    suggested,
    /** What has been saved, event by event; null before. */
    summaries: () => (existsSync(saved) ? [...readFileSync(saved, 'utf8').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title) : null),
  }
}
