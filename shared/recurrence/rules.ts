import { RRuleTemporal } from 'rrule-temporal'
import type { Clock } from '../zone.ts'

/** The starts of a rule on the shop's wall. */
export function occurrencesOf(rule: string, start: string, { zone }: Clock): string[] {
  const first = `DTSTART;TZID=${zone}:${start.replace(/[-:]/g, '')}00`
  return new RRuleTemporal({ rruleString: `${first}\nRRULE:${rule}` }).all().map(one => one.toPlainDateTime().toString().slice(0, 16))
}
