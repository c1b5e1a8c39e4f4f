import { shallowRef } from 'vue'
import type { Backup } from '../../shared/backups/model.ts'
import type { OfferedFile } from '../../shared/files/model.ts'
import { useHost } from '../api.ts'
import { useAttempt } from '../composables/attempt.ts'

/** A backup of the list, or a file from elsewhere. `undoes`: it is the one from before the last restore. */
export type Wish = Readonly<{ backup: Backup; undoes?: boolean } | { file: OfferedFile }>

/** What somebody wants to have restored. */
export function useWish() {
  const host = useHost()
  const { attempt } = useAttempt()
  const wish = shallowRef<Wish | null>(null)

  const fromFile = () =>
    attempt(async () => {
      const file = await host.pickFile()
      if (file) wish.value = { file }
    })

  return { wish, restore: (backup: Backup) => void (wish.value = { backup }), fromFile }
}
