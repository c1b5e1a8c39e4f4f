import type { Result } from '../shared/call.ts'
import { contracts } from '../shared/contract.ts'
import type { AppEvent } from '../shared/events.ts'
import { owner, type Session } from '../shared/permissions.ts'
import { createListCache } from './contacts/list-cache.ts'
import { contextOf, descriptionKeeper } from './context.ts'
import type { Connection } from './db/open.ts'
import type { RunCall } from './dispatch.ts'
import type { Offers } from './files/offers.ts'
import { featureHandler, handlerIn, type Feature } from './features.ts'
import { following } from './following.ts'
import type { Context } from './handlers.ts'
import type { createRunner } from './jobs/runner.ts'
import { asOperation } from './operations/engine.ts'
import type { problemHandlers } from './problems/service.ts'

type Parts = {
  connection: Connection
  runner: ReturnType<typeof createRunner>
  problems: ReturnType<typeof problemHandlers>
  offers: Offers
  now(): Date
  emit(event: AppEvent): void
}

const features = new Map(
  Object.entries(contracts).flatMap(([feature, calls]) => Object.keys(calls).map(name => [name, feature as Feature])),
)
const handlerOf = (name: string) => featureHandler(features.get(name)!, name)

/** Runs a call that the door has let in, each kind where it belongs. */
export function createRunCall({ connection, runner, problems, offers, now, emit }: Parts): RunCall {
  const lists = createListCache(connection, (name, input) => runner.report({ name, call: null, input, session: owner, files: {} }), now)
  const contextFor = (session: Session): Context => ({ ...contextOf(connection, { session, files: {} }, now), lists })

  async function command(name: string, input: unknown, session: Session) {
    // Loaded before the transaction begins: others wait for that one.
    const handler = await handlerOf(name)
    const author = { at: now().toISOString(), user: session.user, call: name }
    const context = contextFor(session)
    const { value, tables, operation } = await asOperation(
      connection,
      author,
      (db, keep) => {
        const { describe } = descriptionKeeper(keep)
        return handler(input, { ...context, db, describe })
      },
      following(context),
    )
    if (tables.length > 0) emit({ type: 'changed', tables })
    return { value, operation }
  }

  return async (name, { kind }, input, session): Promise<Result> => {
    const ownHandler = runner.handlerOf(name) ?? handlerIn(problems, name)
    if (ownHandler) return { ok: true, value: await ownHandler(input, contextFor(session)) }
    const work = { name, call: { feature: features.get(name)!, kind }, input, session, files: offers.filesOf(input) }
    if (kind === 'report') return runner.report(work)
    if (kind === 'job') return { ok: true, value: { job: runner.start(work).id } }
    if (kind === 'command') return { ok: true, ...(await command(name, input, session)) }
    return { ok: true, value: await (await handlerOf(name))(input, contextFor(session)) }
  }
}
