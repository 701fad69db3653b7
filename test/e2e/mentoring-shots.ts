import type { Shot } from './shots.ts'

const as = 'demo-mentor'

/** A mentor's pages, with and without a network. */
export const MENTORING_SHOTS: Shot[] = [
  { name: 'mentoring', path: '/mentoring', as },
  { name: 'mentoring-log', path: '/mentoring/log', as },
  {
    name: 'mentoring-log-missing',
    path: '/mentoring/log',
    as,
    act: (page) => page.locator('.log-save .button').click(),
  },
  {
    name: 'mentoring-offline',
    path: '/mentoring',
    as,
    act: (page) => page.context().setOffline(true),
  },
  { name: 'mentoring-tasks', path: '/mentoring/tasks', as },
  {
    name: 'mentoring-report',
    path: '/mentoring/tasks',
    as,
    act: (page) => page.locator('.task-list .button').first().click(),
  },
  { name: 'mentoring-quarter', path: '/mentoring/quarter', as },
  { name: 'mentoring-mine', path: '/mentoring/mine', as },
  { name: 'mentoring-print', path: '/mentoring/print', as },
]
