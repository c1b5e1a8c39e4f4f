import { AppError } from '../../shared/errors.ts'
import type { operationsContract } from '../../shared/operations/contract.ts'
import { Summary, type Operation } from '../../shared/operations/model.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { forgottenUntil } from '../retention/queries.ts'
import { refuseWhereBlocked } from './blocked.ts'
import * as queries from './queries.ts'
import { takeBack } from './take-back.ts'

export const operationHandlers: Handlers<typeof operationsContract> = {
  'operations.list': async ({ before, limit }, { db }) => (await queries.latest(db, before, limit).execute()).map(toOperation),

  'operations.undo': async ({ id }, context) => {
    const { db } = context
    const wanted = await queries.byId(db, id).executeTakeFirst()
    if (!wanted?.finishedAt) throw new AppError('notFound', await whyGone(db, id))
    if (wanted.undoneBy !== null) throw new AppError('conflict', 'operationUndone')
    if (wanted.isFinal) throw new AppError('conflict', 'operationFinal')
    await refuseWhereBlocked(db, id, null)

    const summary = inverse(summaryOf(wanted))
    context.describe(summary.text, summary.params, wanted.contactId ?? undefined)
    const undoneBy = await takeBack(context, wanted)
    return toOperation({ ...wanted, undoneBy })
  },
}

const whyGone = async (db: Db, id: number) =>
  id <= (await forgottenUntil(db).executeTakeFirstOrThrow()).id ? ('historyForgotten' as const) : ('operationGone' as const)

/** Taking back what took something back puts that in place again: two words are enough, however often. */
function inverse({ text, params }: Summary): Summary {
  if (text === 'undone') return { text: 'redone', params }
  if (text === 'redone') return { text: 'undone', params }
  return { text: 'undone', params: { ...params, text } }
}

type Row = { id: number; text: string; params: string; contactId: number | null; isFinal: number }

const summaryOf = ({ text, params }: Pick<Row, 'text' | 'params'>) => Summary.parse({ text, params: JSON.parse(params) })

const toOperation = ({
  id,
  at,
  user,
  call,
  text,
  params,
  contactId,
  undoes,
  undoneBy,
  follows,
  isFinal,
}: Row & Omit<Operation, 'summary' | 'isFinal'>): Operation => ({
  id,
  at,
  user,
  call,
  summary: summaryOf({ text, params }),
  contactId,
  undoes,
  undoneBy,
  follows,
  isFinal: isFinal === 1,
})
