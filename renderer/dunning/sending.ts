import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { NewReminder, Reminder } from '../../shared/dunning/model.ts'
import type { Input } from '../../shared/contract.ts'
import { useApi, useHost } from '../api.ts'
import { useWrittenFile } from '../composables/written-file.ts'

/** All letters in one file to print, or each in its own to send, in a zip file. */
export const fileChoices = ['one', 'each'] as const
export type Files = (typeof fileChoices)[number]

type Letter = Input<'dunning.remind'>['letters'][number]

/** Writes letters down as sent, and saves them. */
export function useSending() {
  const { t } = useI18n()
  const api = useApi()
  const host = useHost()
  const file = useWrittenFile()
  const busy = shallowRef(false)
  const failure = shallowRef<unknown>(null)

  async function attempt<V>(work: () => Promise<V>): Promise<V | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    try {
      return await work()
    } catch (cause) {
      failure.value = cause
      return null
    } finally {
      busy.value = false
    }
  }

  const mark = (letters: readonly Letter[]) => attempt<Reminder[]>(() => api('dunning.remind', { letters: [...letters] }))

  /** Asks for the place first: whoever changes their mind there has sent nothing. */
  const sendAsPdf = (fileName: string, letters: readonly Letter[], files: Files = 'one') =>
    attempt(async () => {
      const out = await host.chooseDestination(`${fileName}.${files === 'one' ? 'pdf' : 'zip'}`)
      if (!out) return null
      const reminders = await api('dunning.remind', { letters: [...letters] })
      const wanted = { ids: reminders.map(({ id }) => id), out }
      const { pages } = files === 'one' ? await api.run('dunning.pdf', wanted) : await api.run('dunning.zip', wanted)
      await host.deliver(out)
      return { reminders, pages }
    })

  /** A letter that was sent, once more. */
  const saveAgain = ({ id, title }: Pick<Reminder, 'id' | 'title'>) =>
    file.save(`${title || t('dunning.single.fileName')}.pdf`.replace(/[\\/:*?"<>|]/g, '-'), out =>
      api.run('dunning.pdf', { ids: [id], out }),
    )

  return { mark, sendAsPdf, saveAgain, busy, failure, saveFailure: file.failure, clear: () => (failure.value = null) }
}

export const letterOf = ({ items }: { items: readonly { documentId: number }[] }): Pick<NewReminder, 'documentIds'> => ({
  documentIds: items.map(({ documentId }) => documentId),
})
