import { useRouter } from 'vue-router'
import { useFileChoice } from '../imports/files.ts'
import { useCalendarImport } from './store.ts'

/** A calendar file that is dropped on the calendar is shown before it comes in. True while one is held over it. */
export function useCalendarDrop() {
  const router = useRouter()
  const imports = useCalendarImport()
  const { isOver } = useFileChoice(
    async file => {
      await imports.take(file)
      await router.push({ name: 'calendarImport' })
    },
    () => imports.stage !== 'running',
  )
  return isOver
}
