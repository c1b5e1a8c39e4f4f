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
      { path: 'rooms', name: 'roomSettings', component: () => import('../resources/RoomSettings.vue') },
      { path: 'hours', name: 'hourSettings', component: () => import('../openings/HourSettings.vue') },
      { path: 'taxes', name: 'taxSettings', component: () => import('../taxes/TaxSettings.vue') },
      { path: 'backups', name: 'backupSettings', component: () => import('../backups/BackupSettings.vue') },
      { path: 'invoices', name: 'invoiceSettings', component: () => import('../invoices/settings/InvoiceSettings.vue') },
    ],
  },
  { path: '/settings/staff/new', name: 'newStaff', component: () => import('../staff/StaffPage.vue'), props: { id: null } },
  {
    path: '/settings/staff/:id(\\d+)',
    name: 'staffMember',
    component: () => import('../staff/StaffPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
