import { minutesOf } from '../../shared/zone.ts'

/** Wall times are text here (`2026-11-24T09:30`), and are reckoned with as if no clock ever changed: that is how a calendar draws them. */
const minute = 60_000
const atUtc = (local: string) => Date.parse(`${local}:00Z`)

export const plusMinutes = (local: string, minutes: number) => new Date(atUtc(local) + minutes * minute).toISOString().slice(0, 16)

export const minutesBetween = (from: string, to: string) => Math.round((atUtc(to) - atUtc(from)) / minute)

export const dayOf = (local: string) => local.slice(0, 10)

export const timeOf = (local: string) => local.slice(11, 16)

/** Minutes since its midnight. */
export const minuteOfDay = (local: string) => minutesOf(timeOf(local))

/** The wall time so many minutes after the midnight that begins this day; 1440 is the next one. */
export const atMinute = (day: string, minutes: number) => plusMinutes(`${day}T00:00`, minutes)

/** 09:07 on a grid of 15 minutes is 09:00. */
export const snapped = (local: string, grid: number) => plusMinutes(local, -(minuteOfDay(local) % grid))

/** What the fields of a date say, whatever the zone of this PC. */
export function wallOf(date: Date) {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
