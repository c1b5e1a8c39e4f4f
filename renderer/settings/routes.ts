import type { RouteRecordRaw } from 'vue-router'

/** `settings` is the first of the parts, which stand side by side below one title. */
export const settingsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/settings',
    component: () => import('./SettingsPage.vue'),
    children: [
      { path: '', name: 'settings', component: () => import('./GeneralSettings.vue') },
      { path: 'staff', name: 'staffSettings', component: () => import('../staff/StaffSettings.vue') },
      { path: 'services', name: 'serviceSettings', component: () => import('../catalogue/ServiceSettings.vue') },
      { path: 'products', name: 'productSettings', component: () => import('../catalogue/ProductSettings.vue') },
      { path: 'prices', name: 'priceSettings', component: () => import('../prices/PriceSettings.vue') },
      { path: 'rooms', name: 'roomSettings', component: () => import('../resources/RoomSettings.vue') },
      { path: 'hours', name: 'hourSettings', component: () => import('../openings/HourSettings.vue') },
      { path: 'loyalty', name: 'loyaltySettings', component: () => import('../loyalty/LoyaltySettings.vue') },
      { path: 'taxes', name: 'taxSettings', component: () => import('../taxes/TaxSettings.vue') },
      { path: 'reminders', name: 'dunningSettings', component: () => import('../dunning/settings/DunningSettings.vue') },
      { path: 'gift-cards', name: 'voucherSettings', component: () => import('../vouchers/VoucherSettings.vue') },
      { path: 'backups', name: 'backupSettings', component: () => import('../backups/BackupSettings.vue') },
      { path: 'data', name: 'diagnosticsSettings', component: () => import('../diagnostics/DiagnosticsSettings.vue') },
      { path: 'invoices', name: 'invoiceSettings', component: () => import('../invoices/settings/InvoiceSettings.vue') },
      { path: 'accountant', name: 'accountantSettings', component: () => import('../accountant/AccountantSettings.vue') },
      { path: 'pipelines', name: 'pipelineSettings', component: () => import('../deals/settings/PipelineSettings.vue') },
    ],
  },
  ...(['product', 'service'] as const).map(what => ({
    path: `/settings/${what}s/import`,
    name: `${what}Import`,
    component: () => import('../catalogue/import/ListImportPage.vue'),
    props: { what: `${what}s` },
  })),
  { path: '/settings/staff/new', name: 'newStaff', component: () => import('../staff/StaffPage.vue'), props: { id: null } },
  {
    path: '/settings/staff/:id(\\d+)',
    name: 'staffMember',
    component: () => import('../staff/StaffPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
