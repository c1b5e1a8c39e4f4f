import { freeSlots as slotsIn, type FreeSlot } from '../../shared/appointments/availability.ts'
import type { Slot, SlotsQuestion } from '../../shared/appointments/model.ts'
import { requestOf } from '../../shared/appointments/requests.ts'
import { instantOfMoment, instantOfStart } from '../../shared/appointments/rules.ts'
import type { Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { diaryOf, whoseTime } from './diary.ts'
import { shopOf, type Shop } from './shop.ts'

const day = 86_400_000
/** Most questions are answered by the days right ahead: the diary is read in portions that grow. */
const portions = [2, 5, 14, 30] as const

export async function freeSlots(question: SlotsQuestion, { db, now }: Context): Promise<Slot[]> {
  const shop = await shopOf(db)
  const { clock, settings } = shop
  const notBefore = now().getTime() + (question.noticeMinutes ?? settings.noticeMinutes) * 60_000
  const near = question.near === undefined ? null : instantOfStart(question.near, clock)
  if (near !== null) return (await nearest(db, shop, question, near, notBefore)).map(slot => toSlot(slot, clock))
  const from = Math.max(notBefore, question.from === undefined ? 0 : instantOfMoment(question.from, clock))
  const found = await first(db, shop, question, { from, to: from + question.days * day, notBefore })
  return found.map(slot => toSlot(slot, clock))
}

type Range = { from: number; to: number; notBefore: number }

async function first(db: Db, shop: Shop, question: SlotsQuestion, { from, to, notBefore }: Range) {
  const found: FreeSlot[] = []
  let at = from
  for (let portion = 0; at < to && found.length < question.limit; portion++) {
    const until = Math.min(to, at + (portions[portion] ?? portions.at(-1)!) * day)
    for (const slot of await slotsBetween(db, shop, question, { from: at, to: until, notBefore })) {
      if (found.push(slot) === question.limit) break
    }
    at = until
  }
  return found
}

/** Around a wished time: within a week of it, else whatever comes. */
async function nearest(db: Db, shop: Shop, question: SlotsQuestion, near: number, notBefore: number) {
  const distance = ({ start }: FreeSlot) => Math.abs(start - near)
  const around = await slotsBetween(db, shop, question, { from: Math.max(notBefore, near - 7 * day), to: near + 7 * day, notBefore })
  const closest = [...around].toSorted((a, b) => distance(a) - distance(b)).slice(0, question.limit)
  if (closest.length > 0) return closest
  return first(db, shop, question, { from: Math.max(notBefore, near), to: near + question.days * day, notBefore })
}

async function slotsBetween(db: Db, shop: Shop, question: SlotsQuestion, { from, to, notBefore }: Range) {
  const { clock, offer, settings } = shop
  if (from >= to) return []
  const but = new Set(question.exceptId === null ? [] : [question.exceptId])
  const requests = question.services.map(service => requestOf(service, offer, () => 0))
  const part = { but, whose: whoseTime(requests, question.contactId) }
  // What begins at the end of this time can take a day longer.
  const diary = await diaryOf(db, shop, { start: from, end: to + day }, part)
  const stepMinutes = question.gridMinutes ?? settings.gridMinutes
  return slotsIn(diary, requests, { from, to, stepMinutes, clock, contactId: question.contactId, exceptId: null, notBefore })
}

const toSlot = ({ start, end, occupations, seatsLeft }: FreeSlot, clock: Clock): Slot => ({
  start: clock.localOf(start),
  end: clock.localOf(end),
  startsAt: new Date(start).toISOString(),
  seatsLeft,
  services: occupations.map(({ serviceId, staffId, resourceId, start, end }) => ({
    ...{ serviceId, staffId, resourceId },
    start: clock.localOf(start),
    end: clock.localOf(end),
  })),
})
