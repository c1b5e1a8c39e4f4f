import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { MarkedKind, TodayLine } from '../../shared/today/model.ts'
import { useApi } from '../api.ts'
import { useActing } from '../composables/acting.ts'
import { useTaskActions } from '../tasks/actions.ts'
import { useTaskWork } from '../tasks/work.ts'
import { useTodayWords } from './words.ts'

const ways = ['call', 'email', 'meeting'] as const
type Way = (typeof ways)[number]
const isWay = (kind: string): kind is Way => (ways as readonly string[]).includes(kind)

/** What one key does with a line of the day. */
export function useTodayActions() {
  const { t } = useI18n()
  const api = useApi()
  const act = useActing()
  const router = useRouter()
  const work = useTaskWork()
  const tasks = useTaskActions()
  const words = useTodayWords()

  const isDocument = ({ kind }: TodayLine) => kind === 'quote' || kind === 'invoice'

  /** Says how it came out, or opens what has to be looked at. */
  function handle(line: TodayLine) {
    if (line.task) return tasks.complete(line.task)
    if (isDocument(line) || line.reason === 'closing') return open(line)
    contact(line)
  }

  function contact(line: TodayLine) {
    const { id, client } = line
    // Tasks were handled before.
    const kind = line.kind as MarkedKind
    work.completing = {
      ...{ title: words.titleOf(line), client, kind: 'call', kinds: ways },
      finish: ({ kind: way, outcome, note, followUp }) => {
        const contacted = isWay(way) && client ? { kind: way, outcome, note } : null
        return api.noted('today.done', { kind, id, contacted, followUp })
      },
    }
  }

  function done(line: TodayLine) {
    if (line.task) return tasks.complete(line.task)
    const { id, kind } = line
    return act(() => api.noted('today.done', { kind: kind as MarkedKind, id }), t('today.told.done'))
  }

  function snooze(line: TodayLine) {
    if (line.task) return tasks.snooze(line.task)
    const { id, kind } = line
    work.snoozing = {
      ...{ title: words.titleOf(line), withTime: false },
      put: until => api.noted('today.snooze', { kind: kind as MarkedKind, id, until }),
    }
  }

  /** What it is about: the document, the contact's card; a task itself where it is about nobody. */
  function open(line: TodayLine) {
    if (line.kind === 'deal') return router.push({ name: 'deal', params: { id: line.id } })
    if (isDocument(line)) return router.push({ name: 'invoice', params: { id: line.id } })
    if (line.client) return router.push({ name: 'contact', params: { id: line.client.id } })
    return line.task && tasks.edit(line.task)
  }

  function actionText(line: TodayLine) {
    if (isDocument(line) || line.reason === 'closing') return t('today.actions.open')
    if (line.kind === 'birthday' || line.kind === 'anniversary') return t('today.actions.greet')
    const kind = line.task?.kind ?? 'call'
    if (kind === 'todo') return t('tasks.actions.done')
    return t(`tasks.actions.${{ call: 'call', email: 'write', meeting: 'meet' }[kind]}`)
  }

  return { handle, done, snooze, open, actionText }
}
