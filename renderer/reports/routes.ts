import type { RouteRecordRaw } from 'vue-router'
import { reportNames } from '../../shared/reports/model.ts'

export const reportRoutes: readonly RouteRecordRaw[] = [
  { path: '/reports', name: 'dashboard', component: () => import('../dashboard/DashboardPage.vue') },
  { path: '/reports/all', name: 'reports', component: () => import('./ReportsPage.vue') },
  { path: '/reports/schedules', name: 'schedules', component: () => import('../schedules/SchedulesPage.vue') },
  {
    path: '/reports/build',
    name: 'buildReport',
    component: () => import('./built/BuilderPage.vue'),
    props: ({ query }) => ({ query }),
  },
  {
    path: `/reports/:report(${reportNames.join('|')})`,
    name: 'report',
    component: () => import('./ReportPage.vue'),
    props: ({ params, query }) => ({ report: params.report, query }),
  },
]
