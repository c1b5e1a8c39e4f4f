import accountant from './de/accountant.json' with { type: 'json' }
import activities from './de/activities.json' with { type: 'json' }
import appointments from './de/appointments.json' with { type: 'json' }
import attachments from './de/attachments.json' with { type: 'json' }
import backups from './de/backups.json' with { type: 'json' }
import builder from './de/builder.json' with { type: 'json' }
import calendarFiles from './de/calendarFiles.json' with { type: 'json' }
import calendarProblems from './de/calendarProblems.json' with { type: 'json' }
import catalogue from './de/catalogue.json' with { type: 'json' }
import catalogueColumns from './de/catalogueColumns.json' with { type: 'json' }
import calendar from './de/calendar.json' with { type: 'json' }
import commissions from './de/commissions.json' with { type: 'json' }
import contacts from './de/contacts.json' with { type: 'json' }
import dashboard from './de/dashboard.json' with { type: 'json' }
import deals from './de/deals.json' with { type: 'json' }
import diagnostics from './de/diagnostics.json' with { type: 'json' }
import documents from './de/documents.json' with { type: 'json' }
import dunning from './de/dunning.json' with { type: 'json' }
import duplicates from './de/duplicates.json' with { type: 'json' }
import duplicatesPage from './de/duplicatesPage.json' with { type: 'json' }
import einvoice from './de/einvoice.json' with { type: 'json' }
import errors from './de/errors.json' with { type: 'json' }
import exportColumns from './de/exportColumns.json' with { type: 'json' }
import exports from './de/exports.json' with { type: 'json' }
import fields from './de/fields.json' with { type: 'json' }
import history from './de/history.json' with { type: 'json' }
import historyPage from './de/historyPage.json' with { type: 'json' }
import hours from './de/hours.json' with { type: 'json' }
import importProblems from './de/importProblems.json' with { type: 'json' }
import imports from './de/imports.json' with { type: 'json' }
import invoices from './de/invoices.json' with { type: 'json' }
import payments from './de/payments.json' with { type: 'json' }
import productImport from './de/productImport.json' with { type: 'json' }
import serviceImport from './de/serviceImport.json' with { type: 'json' }
import prices from './de/prices.json' with { type: 'json' }
import checkout from './de/checkout.json' with { type: 'json' }
import cashbook from './de/cashbook.json' with { type: 'json' }
import launch from './de/launch.json' with { type: 'json' }
import loyalty from './de/loyalty.json' with { type: 'json' }
import menu from './de/menu.json' with { type: 'json' }
import merging from './de/merging.json' with { type: 'json' }
import openings from './de/openings.json' with { type: 'json' }
import received from './de/received.json' with { type: 'json' }
import paper from './de/paper.json' with { type: 'json' }
import relations from './de/relations.json' with { type: 'json' }
import reminders from './de/reminders.json' with { type: 'json' }
import reports from './de/reports.json' with { type: 'json' }
import resources from './de/resources.json' with { type: 'json' }
import schedules from './de/schedules.json' with { type: 'json' }
import segments from './de/segments.json' with { type: 'json' }
import settings from './de/settings.json' with { type: 'json' }
import shell from './de/shell.json' with { type: 'json' }
import staff from './de/staff.json' with { type: 'json' }
import tasks from './de/tasks.json' with { type: 'json' }
import subscriptions from './de/subscriptions.json' with { type: 'json' }
import taxes from './de/taxes.json' with { type: 'json' }
import timeline from './de/timeline.json' with { type: 'json' }
import tags from './de/tags.json' with { type: 'json' }
import today from './de/today.json' with { type: 'json' }
import trash from './de/trash.json' with { type: 'json' }
import ui from './de/ui.json' with { type: 'json' }
import vault from './de/vault.json' with { type: 'json' }
import vouchers from './de/vouchers.json' with { type: 'json' }
import welcome from './de/welcome.json' with { type: 'json' }

export const de = {
  accountant,
  activities,
  appointments,
  attachments,
  backups,
  builder,
  calendarFiles,
  calendarProblems,
  catalogue,
  catalogueColumns,
  calendar,
  commissions,
  contacts,
  dashboard,
  deals,
  diagnostics,
  documents,
  dunning,
  duplicates,
  duplicatesPage,
  einvoice,
  errors,
  exportColumns,
  exports,
  fields,
  history,
  historyPage,
  hours,
  importProblems,
  imports,
  invoices,
  payments,
  prices,
  productImport,
  serviceImport,
  checkout,
  cashbook,
  launch,
  loyalty,
  menu,
  merging,
  openings,
  received,
  paper,
  relations,
  reminders,
  reports,
  resources,
  schedules,
  segments,
  settings,
  shell,
  staff,
  tasks,
  subscriptions,
  taxes,
  timeline,
  tags,
  today,
  trash,
  ui,
  vault,
  vouchers,
  welcome,
}
