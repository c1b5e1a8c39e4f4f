import type { z } from 'zod'
import { bestAssignment } from '../../shared/appointments/availability.ts'
import type { Diary } from '../../shared/appointments/diary.ts'
import { ranked, wishOf, type Hole, type Wish } from '../../shared/appointments/fill-the-hole.ts'
import type { appointmentsContract } from '../../shared/appointments/contract.ts'
import type { Candidate, WantedService } from '../../shared/appointments/model.ts'
import { requestOf } from '../../shared/appointments/requests.ts'
import { instantOfStart } from '../../shared/appointments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { groupedBy } from '../../shared/group.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { waitingOf } from '../waiting/service.ts'
import { diaryOf } from './diary.ts'
import * as queries from './queries.ts'
import { read, rowOf } from './read.ts'
import { clientsOf } from './rows.ts'
import { shopOf, type Shop } from './shop.ts'

type Question = z.output<(typeof appointmentsContract)['appointments.fillTheHole']['input']>

/** Of those whose visit is due, so many are looked at: the others have been away for long. */
const dueAtMost = 80
const likedWithin = 2 * 365 * 86_400_000

/** Whom to call about a free time: whoever waits for one, and whoever is due by their own rhythm, if what they come for fits. */
export async function fillTheHole({ hole: asked, limit }: Question, { db, now }: Context): Promise<Candidate[]> {
  const shop = await shopOf(db)
  const hole = await holeOf(db, shop, asked)
  const wishes = [...(await waitingWishes(db, hole)), ...(await dueWishes(db, hole, now()))].filter(
    ({ contactId }) => contactId !== hole.contactId,
  )
  const fitting = fittingIn(shop, await diaryOf(db, shop, hole), hole)
  const calls = new Map(
    (hole.appointmentId === null ? [] : await queries.callsAbout(db, hole.appointmentId).execute()).map(call => [
      call.contactId,
      call.outcome,
    ]),
  )
  const clients = await clientsOf(
    db,
    wishes.map(({ contactId }) => contactId),
  )
  const candidates = ranked(wishes).flatMap((wish): Candidate[] => {
    const client = clients.get(wish.contactId)
    const fit =
      client && !client.isBlocked && !client.isTrashed && !client.alerts.some(({ kind }) => kind === 'noBooking') ? fitting(wish) : null
    if (!client || !fit) return []
    const { waitingId, reasons, usualDays, daysSince } = wish
    return [{ client, waitingId, reasons: [...reasons], usualDays, daysSince, ...fit, outcome: calls.get(wish.contactId) ?? null }]
  })
  return candidates.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b))).slice(0, limit)
}

/** Those who said no stand at the end. */
const isOver = ({ outcome }: Candidate) => outcome === 'declined'

async function holeOf(db: Db, { clock }: Shop, asked: Question['hole']): Promise<Hole> {
  if (!('appointmentId' in asked)) {
    const [start, end] = [instantOfStart(asked.start, clock), instantOfStart(asked.end, clock)]
    if (end <= start) throw new AppError('invalid', 'endBeforeStart')
    const named = { staffId: asked.staffId, resourceId: asked.resourceId, serviceIds: [] }
    return { appointmentId: null, contactId: null, start, end, localStart: clock.localOf(start), localEnd: clock.localOf(end), ...named }
  }
  const visit = await read(db, asked.appointmentId, clock)
  const [first] = visit.services
  return {
    ...{ appointmentId: visit.id, contactId: visit.contactId, localStart: visit.start, localEnd: visit.end },
    ...{ start: Date.parse(visit.startsAt), end: Date.parse(visit.endsAt) },
    ...{ staffId: first?.staffId ?? null, resourceId: first?.resourceId ?? null },
    serviceIds: visit.services.flatMap(({ serviceId }) => serviceId ?? []),
  }
}

async function waitingWishes(db: Db, hole: Hole) {
  return (await waitingOf(db)).flatMap(
    ({ id, contactId, services, ...times }) => wishOf(hole, { waitingId: id, contactId, services, times }) ?? [],
  )
}

async function dueWishes(db: Db, hole: Hole, now: Date): Promise<Wish[]> {
  const due = await queries.dueBy(db, hole.localStart.slice(0, 10), dueAtMost).execute()
  const ids = due.map(({ contactId }) => contactId)
  const parts = groupedBy(
    await queries.visitsOf(db, ids, new Date(now.getTime() - likedWithin).toISOString()).execute(),
    ({ contactId }) => contactId,
  )
  return due.flatMap(
    ({ contactId, usualDays, lastAt }) => wishOf(hole, { contactId, usualDays, lastAt, visits: parts.get(contactId) ?? [] }) ?? [],
  )
}

/** What would be booked, with whoever is free then: the hole's own person first. */
function fittingIn({ offer }: Shop, diary: Diary, hole: Hole) {
  return ({ services, contactId }: Wish) => {
    const wanted = services.map((service): WantedService => ({ ...service, staffId: service.staffId ?? hole.staffId }))
    try {
      const requests = wanted.map(service => requestOf(service, offer, () => 0))
      const slot = bestAssignment(diary, requests, hole.start, { contactId, exceptId: null })
      if (!slot || slot.end > hole.end) return null
      return { services: wanted, durationMinutes: (slot.end - hole.start) / 60_000 }
    } catch (error) {
      // What they came for is not on offer any more.
      if (error instanceof AppError) return null
      throw error
    }
  }
}

type Call = z.output<(typeof appointmentsContract)['appointments.noteCall']['input']>

export async function noteCall({ appointmentId, contactId, outcome }: Call, { db, now, describe }: CommandContext) {
  await rowOf(db, appointmentId)
  const contact = await find(db, contactId)
  await queries.insertCall(db, { appointmentId, contactId: contact.id, outcome, at: now().toISOString() }).execute()
  describe('holeCallNoted', { name: displayName(contact) }, contact.id)
  return null
}
