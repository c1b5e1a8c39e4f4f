import type { reportsContract } from '../../shared/reports/contract.ts'
import type { Handlers } from '../handlers.ts'
import { aroundOf } from './around.ts'
import { choicesOf } from './built/choices.ts'
import { reports } from './reports.ts'
import { exportReport } from './export.ts'
import { printReport } from './print.ts'
import { run } from './run.ts'
import { savedReportHandlers } from './saved.ts'
import { verify } from './verify.ts'

export const reportHandlers: Handlers<typeof reportsContract> = {
  'reports.list': async (_input, context) => {
    const { say } = await aroundOf(context)
    return reports.map(({ name, subject, groups, filters, period }) => ({
      ...{ report: name, subject, groups: [...groups], filters: [...filters], period },
      ...{ title: say(`names.${name}`), about: say(`about.${name}`) },
    }))
  },
  'reports.run': async (question, context) => run({ question }, await aroundOf(context)),
  'reports.choices': async (wanted, context) => choicesOf(wanted, await aroundOf(context)),
  'reports.verify': (_input, context) => verify(context),
  'exports.report': exportReport,
  'reports.pdf': printReport,
  ...savedReportHandlers,
}
