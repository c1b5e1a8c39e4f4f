import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { Question, type Question as Asked, type ReportName } from '../../shared/reports/model.ts'

const numbers = new Set(['staffId', 'serviceId', 'productId', 'programmeId', 'tagId', 'segmentId'])

/** What a page's address asks. What makes no sense in it is left out: an old address still opens its report. */
export function questionOf(report: ReportName, query: LocationQuery): Asked {
  const given = Object.entries(query).map(([name, value]) => [name, read(name, value)])
  const usable = given.filter(([name, value]) => Question.safeParse({ report, [String(name)]: value }).success)
  return Question.parse({ ...Object.fromEntries(usable), report })
}

function read(name: string, value: LocationQuery[string] | undefined) {
  if (numbers.has(name)) return Number(value)
  return name === 'build' ? parsed(String(value)) : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The other way round: only what is asked for beside the usual. One that was saved says which it is. */
export const addressOf = ({ report, build, ...rest }: Asked, saved?: number) => ({
  name: 'report',
  params: { report },
  query: {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as LocationQueryRaw),
    ...(build && { build: JSON.stringify(build) }),
    ...(saved !== undefined && { saved }),
  },
})

/** Where it can be changed what a report is put together of. */
export const builderOf = (question: Asked, saved?: number) => ({ name: 'buildReport', query: addressOf(question, saved).query })

export const savedIn = ({ saved }: LocationQuery) => (saved ? Number(saved) : undefined)
