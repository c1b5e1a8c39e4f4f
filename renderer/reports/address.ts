import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { Question, type Question as Asked, type ReportName } from '../../shared/reports/model.ts'

const numbers = new Set(['staffId', 'serviceId', 'productId', 'programmeId', 'tagId', 'segmentId'])

/** What a page's address asks. What makes no sense in it is left out: an old address still opens its report. */
export function questionOf(report: ReportName, query: LocationQuery): Asked {
  const given = Object.entries(query).map(([name, value]) => [name, numbers.has(name) ? Number(value) : value])
  const usable = given.filter(([name, value]) => Question.safeParse({ report, [String(name)]: value }).success)
  return Question.parse({ ...Object.fromEntries(usable), report })
}

/** The other way round: only what is asked for beside the usual. */
export const addressOf = ({ report, ...rest }: Asked) => ({
  name: 'report',
  params: { report },
  query: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as LocationQueryRaw,
})
