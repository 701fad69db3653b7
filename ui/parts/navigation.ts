import { placeName } from '../names.ts'
import type { Own, Role, TownshipOfPlaces } from '../types.ts'
import { t } from '../words/index.ts'
import type { IconName } from './icon.tsx'

export type NavItem = {
  href: string
  icon: IconName
  name: string
  /** Shorter, where the foot of a phone has little room. */
  phoneName?: string
  count?: number | undefined
  /** The count is of work, which the foot of a phone shows as well. */
  isWork?: true
  /** First at the foot of a phone, where the rest stands behind “more”. */
  isOnPhone?: true
  /** On a phone another page leads there. */
  isAtDesk?: true
  /** Pages below it belong to it. */
  hasPages?: true
  /** Pages elsewhere that belong to it. */
  pages?: readonly string[]
  /** Under which heading it stands; the first links stand under none. */
  group?: NavGroup | undefined
}
export const NAV_GROUPS = ['steps', 'cultivation', 'management'] as const
export type NavGroup = (typeof NAV_GROUPS)[number]

/** Offices have many pages: which belong together. */
const GROUP_OF: Record<string, NavGroup> = {
  ...pagesOf('steps', [
    ...['/village-lists', '/actions', '/village-entries', '/shortlist', '/review'],
    ...['/applications', '/rounds', '/structure'],
  ]),
  ...pagesOf('cultivation', [
    ...['/cultivation', '/cultivation-items', '/mentorships', '/courses', '/trial-posts'],
    ...['/checks', '/attendance', '/cultivation/near-ready'],
  ]),
  ...pagesOf('management', [
    ...['/imports', '/papers', '/appointment-forms', '/policy', '/calendar', '/corrections'],
    ...['/retention', '/notice', '/accounts', '/settings'],
  ]),
}

function pagesOf(group: NavGroup, pages: readonly string[]): Record<string, NavGroup> {
  return Object.fromEntries(pages.map((href) => [href, group]))
}
/** What links depend on: who, the township on the screen, and how much waits. */
type Around = {
  account: Own
  township: TownshipOfPlaces | undefined
  waiting: number | undefined
  toDo: number | undefined
  applications: number | undefined
  /** Of a mentor: tasks and opinions that are due. */
  due: { tasks: number; opinions: number } | undefined
}

/** The pages of each role in the order of its work; the sidebar and the foot of a phone read it. */
const LINKS: Record<Role, (around: Around) => NavItem[]> = {
  county: ({ township, waiting, toDo: count, applications: inbox }) => [
    { href: '/', icon: 'home', name: t().shell.overview, isOnPhone: true },
    toDo(count),
    talents('county'),
    imports(),
    ...(township ? [villagesOf(township), planOf(township)] : []),
    countyPlan(),
    villageLists(),
    readinessActions(),
    villageEntries(),
    shortlist(),
    review('county'),
    cultivation(),
    cultivationItems(),
    mentorships(),
    courses(),
    trialPosts(),
    checks('county'),
    attendance(),
    nearReady(),
    applications(inbox),
    rounds(),
    structurePage(),
    exportPages(),
    policy(),
    { href: '/calendar', icon: 'calendar', name: t().papers.calendar.title },
    corrections(),
    { href: '/retention', icon: 'clock', name: t().retention.title },
    { href: '/notice', icon: 'paper', name: t().notice.title },
    {
      ...{ href: '/accounts', icon: 'person', name: t().nav.confirmations, pages: ['/handover'] },
      count: waiting || undefined,
    },
    { href: '/settings', icon: 'shield', name: t().nav.settings },
  ],
  township: ({ township, toDo: count, applications: inbox }) =>
    township
      ? [
          { ...villagesOf(township), isOnPhone: true },
          toDo(count),
          talents('township'),
          imports(),
          planOf(township),
          villageLists(),
          readinessActions(),
          villageEntries(),
          shortlist(),
          review('township'),
          cultivation(),
          cultivationItems(),
          mentorships(),
          courses(),
          trialPosts(),
          checks('township'),
          attendance(),
          nearReady(),
          applications(inbox),
          rounds(),
          structurePage(),
          exportPages(),
          policy(),
          corrections(),
        ]
      : [],
  village: ({ account: { villages }, toDo: count }) => [
    ...(villages.length === 1
      ? villages.map(
          ({ code, name }): NavItem => ({
            ...{ href: `/villages/${code}`, icon: 'village', name: placeName(name) },
            isOnPhone: true,
          }),
        )
      : [home(t().nav.myVillages)]),
    toDo(count),
    talents('village'),
    readinessActions(),
    review('village'),
    cultivationItems(),
    trialPosts(),
    attendance(),
    structurePage(),
  ],
  mentor: ({ due, toDo: count }) => [
    {
      ...mentoring('', 'cap', t().mentoring.title, t().mentoring.nav.home),
      pages: ['/mentoring/log', '/mentoring/people', '/mentoring/print'],
    },
    {
      ...mentoring('/tasks', 'tasks', t().mentoring.tasks.title, t().mentoring.nav.tasks),
      ...{ count: due?.tasks || undefined, isWork: true },
    },
    {
      ...mentoring('/quarter', 'check', t().mentoring.opinion.pageTitle, t().mentoring.nav.quarter),
      ...{ count: due?.opinions || undefined, isWork: true },
    },
    mentoring('/mine', 'person', t().mentoring.mine.nav, t().mentoring.nav.mine),
    {
      href: '/to-do',
      icon: 'bell',
      name: t().toDo.title,
      count: count || undefined,
      isAtDesk: true,
    },
    { ...talents('mentor'), isAtDesk: true },
    { ...courses(), isAtDesk: true },
  ],
  reviewer: ({ toDo: count }) => [
    {
      ...{ href: '/cases', icon: 'check', name: t().cases.title, isOnPhone: true, hasPages: true },
      ...{ count: count || undefined, isWork: true },
    },
    toDo(undefined),
  ],
  talent: () => [{ href: '/record', icon: 'paper', name: t().record.title, isOnPhone: true }],
  admin: () => [
    home(t().system.nav),
    { href: '/accounts', icon: 'person', name: t().nav.accounts, isOnPhone: true },
    { href: '/dictionaries', icon: 'book', name: t().nav.dictionaries, isOnPhone: true },
    { href: '/settings', icon: 'shield', name: t().nav.settings, isOnPhone: true },
  ],
  auditor: () => [
    { href: '/audit', icon: 'log', name: t().nav.audit, isOnPhone: true },
    { href: '/settings', icon: 'shield', name: t().nav.settings, isOnPhone: true },
  ],
}

/** Whether the page on the screen belongs to a link. */
export function isWithin({ href, hasPages, pages = [] }: NavItem, path: string): boolean {
  const below = hasPages ? [href, ...pages] : pages
  return path === href || below.some((one) => path === one || path.startsWith(`${one}/`))
}

export function linksOf(around: Around): NavItem[] {
  const { role } = around.account
  const links = LINKS[role](around)
  if (!CHOOSES_PLACES.includes(role)) return links
  const place = ({ group }: NavItem) => (group ? NAV_GROUPS.indexOf(group) : -1)
  return links
    .map((link) => ({ ...link, group: GROUP_OF[link.href] }))
    .sort((a, b) => place(a) - place(b))
}

/** Roles with places to choose between. */
export const CHOOSES_PLACES: readonly Role[] = ['county', 'township']
/** Roles whose figures rest on the reference day and the policy. */
export const READS_PLACES: readonly Role[] = [...CHOOSES_PLACES, 'village']

const villagesOf = ({ code, name, villages }: TownshipOfPlaces): NavItem => ({
  ...{ href: `/townships/${code}`, icon: 'village', count: villages.length },
  name: t().shell.township(placeName(name)),
})

const planOf = ({ code }: TownshipOfPlaces): NavItem => ({
  ...{ href: `/townships/${code}/plan`, icon: 'plan', name: t().shell.plan },
})

const countyPlan = (): NavItem => ({ href: '/plan', icon: 'plan', name: t().shell.countyPlan })

const villageLists = (): NavItem => ({
  ...{ href: '/village-lists', icon: 'columns', name: t().readiness.lists.title },
})

const readinessActions = (): NavItem => ({
  ...{ href: '/actions', icon: 'tasks', name: t().readiness.actions.title },
})

const villageEntries = (): NavItem => ({
  ...{ href: '/village-entries', icon: 'pencil', name: t().villageRecord.nav },
})

const shortlist = (): NavItem => ({
  ...{ href: '/shortlist', icon: 'filter', name: t().shortlist.title, pages: ['/representation'] },
})

const review = (role: 'county' | 'township' | 'village'): NavItem => ({
  ...{ href: '/review', icon: 'log', hasPages: true, isOnPhone: true },
  name: role === 'village' ? t().review.titleVillage : t().review.title,
})

const cultivation = (): NavItem => ({
  ...{ href: '/cultivation', icon: 'columns', name: t().cultivationOverview.nav },
})

const mentorships = (): NavItem => ({
  ...{ href: '/mentorships', icon: 'people', name: t().mentorships.title },
})

const trialPosts = (): NavItem => ({
  ...{ href: '/trial-posts', icon: 'person', name: t().trialPosts.title, hasPages: true },
})

const cultivationItems = (): NavItem => ({
  ...{ href: '/cultivation-items', icon: 'cap', name: t().cultivationPlan.list.title },
  pages: ['/plan-templates'],
})

const checks = (role: 'county' | 'township'): NavItem => ({
  ...{ href: '/checks', icon: 'check', name: t().checks.title },
  pages: role === 'county' ? ['/conclusions', '/points'] : ['/points'],
})

const attendance = (): NavItem => ({
  ...{ href: '/attendance', icon: 'calendar', name: t().attendance.title },
})

const applications = (count: number | undefined): NavItem => ({
  ...{ href: '/applications', icon: 'paper', name: t().apply.inbox.title },
  count: count || undefined,
})

const rounds = (): NavItem => ({
  ...{ href: '/rounds', icon: 'flag', name: t().rounds.title, hasPages: true },
})

const courses = (): NavItem => ({
  ...{ href: '/courses', icon: 'book', name: t().courses.title, hasPages: true },
  pages: ['/training-hours'],
})

const structurePage = (): NavItem => ({
  ...{ href: '/structure', icon: 'columns', name: t().structureReport.title },
})

const exportPages = (): NavItem => ({
  ...{ href: '/papers', icon: 'download', name: t().exportPages.title },
})

const toDo = (count: number | undefined): NavItem => ({
  ...{ href: '/to-do', icon: 'tasks', name: t().toDo.title, isOnPhone: true, isWork: true },
  count: count || undefined,
})

const policy = (): NavItem => ({
  ...{ href: '/policy', icon: 'sliders', name: t().policy.nav, hasPages: true },
})

const talents = (role: keyof ReturnType<typeof t>['talents']['title']): NavItem => ({
  ...{ href: '/talents', icon: 'people', name: t().talents.title[role], isOnPhone: true },
  ...{ hasPages: true, pages: ['/lists', '/duplicates', '/comparison'] },
})

const imports = (): NavItem => ({
  ...{ href: '/imports', icon: 'table', name: t().imports.title, hasPages: true },
  pages: ['/appointment-forms'],
})

const mentoring = (page: string, icon: IconName, name: string, phoneName: string): NavItem => ({
  ...{ href: `/mentoring${page}`, icon, name, phoneName, isOnPhone: true },
})

const nearReady = (): NavItem => ({
  ...{ href: '/cultivation/near-ready', icon: 'flag', name: t().growth.near.title },
})

const corrections = (): NavItem => ({
  ...{ href: '/corrections', icon: 'pencil', name: t().corrections.title },
})

const home = (name = t().nav.home): NavItem => ({ href: '/', icon: 'home', name, isOnPhone: true })
