import accountant from './en/accountant.json' with { type: 'json' }
import activities from './en/activities.json' with { type: 'json' }
import appointments from './en/appointments.json' with { type: 'json' }
import attachments from './en/attachments.json' with { type: 'json' }
import backups from './en/backups.json' with { type: 'json' }
import builder from './en/builder.json' with { type: 'json' }
import calendarFiles from './en/calendarFiles.json' with { type: 'json' }
import calendarProblems from './en/calendarProblems.json' with { type: 'json' }
import catalogue from './en/catalogue.json' with { type: 'json' }
import catalogueColumns from './en/catalogueColumns.json' with { type: 'json' }
import calendar from './en/calendar.json' with { type: 'json' }
import commissions from './en/commissions.json' with { type: 'json' }
import contacts from './en/contacts.json' with { type: 'json' }
import dashboard from './en/dashboard.json' with { type: 'json' }
import deals from './en/deals.json' with { type: 'json' }
import diagnostics from './en/diagnostics.json' with { type: 'json' }
import documents from './en/documents.json' with { type: 'json' }
import dunning from './en/dunning.json' with { type: 'json' }
import duplicates from './en/duplicates.json' with { type: 'json' }
import duplicatesPage from './en/duplicatesPage.json' with { type: 'json' }
import einvoice from './en/einvoice.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import exportColumns from './en/exportColumns.json' with { type: 'json' }
import exports from './en/exports.json' with { type: 'json' }
import fields from './en/fields.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import historyPage from './en/historyPage.json' with { type: 'json' }
import hours from './en/hours.json' with { type: 'json' }
import importProblems from './en/importProblems.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import invoices from './en/invoices.json' with { type: 'json' }
import payments from './en/payments.json' with { type: 'json' }
import productImport from './en/productImport.json' with { type: 'json' }
import serviceImport from './en/serviceImport.json' with { type: 'json' }
import prices from './en/prices.json' with { type: 'json' }
import checkout from './en/checkout.json' with { type: 'json' }
import cashbook from './en/cashbook.json' with { type: 'json' }
import launch from './en/launch.json' with { type: 'json' }
import loyalty from './en/loyalty.json' with { type: 'json' }
import menu from './en/menu.json' with { type: 'json' }
import merging from './en/merging.json' with { type: 'json' }
import openings from './en/openings.json' with { type: 'json' }
import received from './en/received.json' with { type: 'json' }
import paper from './en/paper.json' with { type: 'json' }
import relations from './en/relations.json' with { type: 'json' }
import reminders from './en/reminders.json' with { type: 'json' }
import reports from './en/reports.json' with { type: 'json' }
import resources from './en/resources.json' with { type: 'json' }
import schedules from './en/schedules.json' with { type: 'json' }
import segments from './en/segments.json' with { type: 'json' }
import settings from './en/settings.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import staff from './en/staff.json' with { type: 'json' }
import tasks from './en/tasks.json' with { type: 'json' }
import subscriptions from './en/subscriptions.json' with { type: 'json' }
import taxes from './en/taxes.json' with { type: 'json' }
import timeline from './en/timeline.json' with { type: 'json' }
import tags from './en/tags.json' with { type: 'json' }
import today from './en/today.json' with { type: 'json' }
import trash from './en/trash.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }
import vault from './en/vault.json' with { type: 'json' }
import vouchers from './en/vouchers.json' with { type: 'json' }
import welcome from './en/welcome.json' with { type: 'json' }

export const en = {
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
