import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import { misfit, processingFits, type NewService, type Service, type ServiceChange } from '../../shared/catalogue/model.ts'
import { AppError } from '../../shared/errors.ts'
import { inOrder } from '../../shared/order.ts'
import { refuseUsed } from '../appointments/used.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import { assignService, reassignService } from '../staff/skills.ts'
import { findRate } from '../taxes/find.ts'
import { findService, servicesOf } from './find.ts'
import * as queries from './queries.ts'

type ServiceCalls = Pick<
  typeof catalogueContract,
  | 'catalogue.services'
  | 'catalogue.createService'
  | 'catalogue.createServices'
  | 'catalogue.changeService'
  | 'catalogue.archiveService'
  | 'catalogue.reorderServices'
>

export const serviceHandlers: Handlers<ServiceCalls> = {
  'catalogue.services': (_input, { db }) => servicesOf(db),
  'catalogue.createService': async (given, context) => {
    const [created] = await addServices([given], context)
    context.describe('serviceCreated', { name: created!.name })
    return created!
  },

  'catalogue.createServices': async ({ services }, context) => {
    const created = await addServices(services, context)
    context.describe('servicesCreated', { count: created.length })
    return created
  },

  'catalogue.changeService': change,

  'catalogue.archiveService': async ({ id, archived, anyway }, { db, now, describe }) => {
    const before = await findService(db, id)
    if (!archived) refuseTaken(await servicesOf(db), before.name, id, 'serviceTaken')
    const isChanged = (before.archivedAt !== null) !== archived
    if (archived && isChanged && !anyway) await refuseUsed(db, 'serviceId', before, now())
    if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'serviceArchived' : 'serviceBack', { name: before.name })
    return findService(db, id)
  },

  'catalogue.reorderServices': async ({ ids }, { db, describe }) => {
    const known = (await queries.all(db).execute()).map(({ id }) => id)
    for (const [position, id] of inOrder(known, ids).entries()) await queries.move(db, id, position).execute()
    describe('servicesReordered', {})
    return servicesOf(db)
  },
}

/** Behind those that are there, in their order. */
export async function addServices(services: readonly NewService[], { db, now }: Pick<CommandContext, 'db' | 'now'>): Promise<Service[]> {
  const before = await servicesOf(db)
  const added: Service[] = []
  for (const { staffIds, ...given } of services) {
    refuseTaken([...before, ...added], given.name, null, 'serviceTaken')
    if (given.taxRateId !== null) await findRate(db, given.taxRateId)
    const facts = { position: before.length + added.length, createdAt: now().toISOString(), archivedAt: null }
    const { id } = await queries.insert(db, { ...toRow(given), ...facts }).executeTakeFirstOrThrow()
    await assignService(db, id, staffIds)
    added.push(await findService(db, id))
  }
  return added
}

async function change({ id, staffIds, ...changes }: ServiceChange, { db, describe }: CommandContext) {
  const before = await findService(db, id)
  const after = { ...before, ...changes }
  if (before.archivedAt === null) refuseTaken(await servicesOf(db), after.name, id, 'serviceTaken')
  if (after.taxRateId !== null) await findRate(db, after.taxRateId)
  // The half that stays may not go with the half that is changed.
  if (!processingFits(after))
    throw AppError.from({ code: 'invalid', reason: misfit.error, problems: [{ path: misfit.path, reason: misfit.error }] })
  if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) await queries.update(db, id, toRow(after)).execute()
  if (staffIds) await reassignService(db, id, staffIds)
  describe('serviceChanged', { name: after.name })
  return after
}

export const toRow = ({ processing, ...service }: Omit<NewService, 'staffIds'>) => ({
  ...{ name: service.name, category: service.category, durationMinutes: service.durationMinutes },
  processingAfterMinutes: processing?.afterMinutes ?? null,
  processingMinutes: processing?.minutes ?? null,
  ...{ bufferBeforeMinutes: service.bufferBeforeMinutes, bufferAfterMinutes: service.bufferAfterMinutes },
  ...{ price: service.price, pricing: service.pricing, taxRateId: service.taxRateId },
  ...{ colour: service.colour, seats: service.seats },
  ...{ resourceKind: service.resourceKind, note: service.note },
})
