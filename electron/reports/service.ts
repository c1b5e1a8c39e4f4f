import type { reportsContract } from '../../shared/reports/contract.ts'
import type { Handlers } from '../handlers.ts'
import { aroundOf } from './around.ts'
import { choicesOf } from './built/choices.ts'
import * as clientQueries from './client-queries.ts'
import { reports } from './reports.ts'
import { exportReport } from './export.ts'
import { printReport } from './print.ts'
import { filterNamesOf, run } from './run.ts'
import { savedReportHandlers } from './saved.ts'
import { verify } from './verify.ts'

export const reportHandlers: Handlers<typeof reportsContract> = {
  'reports.list': async (_input, context) => {
    const { say } = await aroundOf(context)
    return reports.map(definition => ({
      ...{ report: definition.name, subject: definition.subject, period: definition.period },
      ...{ groups: [...definition.groups], filters: filterNamesOf(definition) },
      ...{ title: say(`names.${definition.name}`), about: say(`about.${definition.name}`) },
    }))
  },
  'reports.sources': async (_input, { db }) => (await clientQueries.sources(db).execute()).map(({ source }) => source),
  'reports.run': async (question, context) => run({ question }, await aroundOf(context)),
  'reports.choices': async (wanted, context) => choicesOf(wanted, await aroundOf(context)),
  'reports.verify': (_input, context) => verify(context),
  'exports.report': exportReport,
  'reports.pdf': printReport,
  ...savedReportHandlers,
}
