import { createRouter, createWebHashHistory, type RouterHistory } from 'vue-router'
import { contactRoutes } from './contacts/routes.ts'
import { dealRoutes } from './deals/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { voucherRoutes } from './vouchers/routes.ts'
import { loyaltyRoutes } from './loyalty/routes.ts'
import { subscriptionRoutes } from './subscriptions/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import TodayPage from './today/TodayPage.vue'

type Beginning = { isSetUp(): boolean; /** What stands in for a shop that could not be opened. */ standIn(): 'rescue' | 'locked' | null }

/** Behind a hash: a reload asks for the same page in both hosts, and no page's address ever reaches a server. The first run, and data that is damaged or locked, stand in front of everything. */
export function createPages({ isSetUp, standIn }: Beginning, history: RouterHistory = createWebHashHistory()) {
  const router = createRouter({
    history,
    routes: [
      { path: '/today', name: 'today', component: TodayPage },
      { path: '/tasks', name: 'tasks', component: () => import('./tasks/TasksPage.vue') },
      ...contactRoutes,
      ...invoiceRoutes,
      ...voucherRoutes,
      ...loyaltyRoutes,
      ...dealRoutes,
      ...subscriptionRoutes,
      ...reportRoutes,
      ...importRoutes,
      { path: '/calendar', name: 'calendar', component: () => import('./appointments/CalendarPage.vue') },
      { path: '/calendar/import', name: 'calendarImport', component: () => import('./calendar/CalendarImportPage.vue') },
      {
        path: '/cashbook',
        name: 'cashbook',
        component: () => import('./cashbook/CashbookPage.vue'),
        props: ({ query }) => ({ of: typeof query.day === 'string' ? query.day : undefined }),
      },
      { path: '/duplicates', name: 'duplicates', component: () => import('./duplicates/DuplicatesPage.vue') },
      { path: '/history', name: 'history', component: () => import('./history/HistoryPage.vue') },
      { path: '/trash', name: 'trash', component: () => import('./trash/TrashPage.vue') },
      ...settingsRoutes,
      { path: '/welcome', name: 'welcome', component: () => import('./welcome/WelcomePage.vue') },
      { path: '/rescue', name: 'rescue', component: () => import('./backups/RescuePage.vue') },
      { path: '/locked', name: 'locked', component: () => import('./vault/LockedPage.vue') },
      { path: '/:elsewhere(.*)*', redirect: '/today' },
    ],
  })
  router.beforeEach(to => {
    const instead = standIn()
    if (instead) return to.name === instead ? true : { name: instead }
    if (to.name === 'rescue' || to.name === 'locked') return { path: '/today' }
    if (to.name === 'welcome') return isSetUp() ? { path: '/today' } : true
    return isSetUp() ? true : { name: 'welcome' }
  })
  return router
}
