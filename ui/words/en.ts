import { account } from './en/account.ts'
import { accounts } from './en/accounts.ts'
import { apply } from './en/apply.ts'
import { appointmentForms } from './en/appointment-forms.ts'
import { attendance, growthPoints, movements } from './en/attendance.ts'
import { audit } from './en/audit.ts'
import { cases } from './en/cases.ts'
import { checks, conclusions } from './en/checks.ts'
import { chip } from './en/chip.ts'
import { corrections } from './en/corrections.ts'
import { count } from './en/count.ts'
import { courses } from './en/courses.ts'
import { cultivationOverview } from './en/cultivation-overview.ts'
import { cultivationPlan } from './en/cultivation-plan.ts'
import { departures } from './en/departures.ts'
import { dictionaries } from './en/dictionaries.ts'
import { enrol } from './en/enrol.ts'
import { exportPages } from './en/exports.ts'
import { gaps } from './en/gaps.ts'
import { growth } from './en/growth.ts'
import { imports } from './en/imports.ts'
import { mentoring } from './en/mentoring.ts'
import { mentorships } from './en/mentorships.ts'
import { nominate } from './en/nominate.ts'
import { notice } from './en/notice.ts'
import { bigScreen, overview, township } from './en/overview.ts'
import { papers } from './en/papers.ts'
import { person } from './en/person.ts'
import { plan } from './en/plan.ts'
import { planning } from './en/planning.ts'
import { policy } from './en/policy.ts'
import { pool } from './en/pool.ts'
import { portrait } from './en/portrait.ts'
import { prints } from './en/prints.ts'
import { procedure } from './en/procedure.ts'
import { ranking, robustness } from './en/ranking.ts'
import { readiness } from './en/readiness.ts'
import { record } from './en/record.ts'
import { retention } from './en/retention.ts'
import { review } from './en/review.ts'
import { rounds } from './en/rounds.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { shortlist } from './en/shortlist.ts'
import { signIn } from './en/sign-in.ts'
import { slate } from './en/slate.ts'
import { structureReport } from './en/structure-report.ts'
import { auditSummary, system } from './en/system.ts'
import { talent } from './en/talent.ts'
import { talents } from './en/talents.ts'
import { target } from './en/target.ts'
import { teams } from './en/teams.ts'
import { toDo } from './en/to-do.ts'
import { trialPosts } from './en/trial-posts.ts'
import { village } from './en/village.ts'
import { villageRecord } from './en/village-record.ts'
import { whatIf } from './en/what-if.ts'
import { why } from './en/why.ts'
import type { Dictionary } from './zh-CN.ts'

export const en = {
  brand: 'Yanzhen',
  brandHint: '',
  showRest: (n) => `Show the other ${n}`,
  separator: ' · ',
  comma: ', ',
  colon: ': ',
  clause: '; ',
  shell,
  problem: {
    title: 'This page could not be read',
    work: 'Your choices are kept in the address; reloading does not lose them.',
    retry: 'Try again',
    home: 'Back to the start page',
    details: 'Technical details (for support)',
    type: 'Type',
    status: 'Status',
    detail: 'Detail',
    request: 'Where',
    network:
      'The service on this computer does not answer. Check that it is running, then try again.',
  },
  missing: {
    title: 'There is no such page',
    text: 'The address may be incomplete. Choose a page from the navigation.',
  },
  role: {
    county: 'Organisation department',
    township: 'Township',
    village: 'Village',
    mentor: 'Mentor',
    reviewer: 'Review department',
    talent: 'The person',
    admin: 'Administrator',
    auditor: 'Auditor',
  },
  roleSees: {
    county: 'villages, people and plans of the district; confirms accounts',
    township: 'villages, people and the plan of the township',
    village: 'facts, needs, committees and people of the village',
    mentor: 'the mentees, without identity numbers',
    reviewer: 'people put before the department',
    talent: 'the own record, who looked, corrections',
    admin: 'accounts, dictionaries, security; no people',
    auditor: 'the audit log; no people',
  },
  nav: {
    groups: { steps: 'Term change', cultivation: 'Cultivation', management: 'Management' },
    more: 'More',
    morePages: 'More pages',
    home: 'Home',
    myVillages: 'My villages',
    confirmations: 'Confirm accounts',
    accounts: 'Accounts',
    dictionaries: 'Dictionaries',
    settings: 'Security',
    audit: 'Audit log',
  },
  signIn,
  account,
  accounts,
  dictionaries,
  settings,
  audit,
  unknown: 'Unknown',
  none: 'Not applicable',
  dash: '—',
  people: (n) => `${n} ${Number(n) === 1 ? 'person' : 'people'}`,
  seats: (n) => `${n} ${Number(n) === 1 ? 'seat' : 'seats'}`,
  years: (n) => `${n} years`,
  villages: (n) => `${n} ${Number(n) === 1 ? 'village' : 'villages'}`,
  points: (n) => `${n} pts`,
  sex: { female: 'Female', male: 'Male' },
  education: {
    primary: 'primary',
    'junior-secondary': 'junior secondary',
    'senior-secondary': 'senior secondary',
    'junior-college': 'junior college',
    bachelor: 'bachelor',
    postgraduate: 'postgraduate',
  },
  partyStatus: {
    full: 'Party member',
    probationary: 'probationary member',
    activist: 'Party applicant',
    league: 'League member',
    none: 'not a member',
  },
  nationality: { han: 'Han', minority: 'minority nationality' },
  source: {
    'wealth-creator': 'wealth creator',
    returnee: 'returnee',
    graduate: 'local graduate',
    veteran: 'veteran',
    merchant: 'merchant',
    'cooperative-head': 'cooperative head',
    incumbent: 'incumbent',
    'retired-official': 'retired official',
    'doctor-or-teacher': 'village doctor or teacher',
    'degree-official': 'village official with degree',
    'posted-in': 'posted in',
    'social-worker': 'social worker',
    'womens-federation': "women's federation",
    volunteer: 'volunteer',
  },
  willingness: {
    village: 'would serve in the home village',
    township: 'would serve in the township',
    county: 'would serve in the district',
  },
  kind: { village: 'village', community: 'community' },
  key: 'Key and difficult',
  keyShort: 'key',
  post: {
    secretary: 'Party secretary',
    'party-member': 'Party committee member',
    chair: 'Chair',
    'committee-member': 'Committee member',
    'supervision-head': 'Head of supervision',
    supervisor: 'Supervisor',
  },
  postIn: {
    village: {
      secretary: 'Party secretary',
      'party-member': 'Party committee',
      chair: 'Village chair',
      'committee-member': 'Village committee',
      'supervision-head': 'Head of supervision',
      supervisor: 'Supervisor',
    },
    community: {
      secretary: 'Party secretary',
      'party-member': 'Party committee',
      chair: 'Residents’ chair',
      'committee-member': 'Residents’ committee',
      'supervision-head': 'Head of supervision',
      supervisor: 'Supervisor',
    },
  },
  criterion: {
    political: 'Political quality',
    development: 'Development',
    coordination: 'Coordination',
    service: 'Service',
    conduct: 'Conduct',
    expertise: 'Match with needs',
    tie: 'Tie to the village',
    record: 'Record of work',
    reputation: 'Public reputation',
    potential: 'Potential and growth',
  },
  eligibility: {
    eligible: 'Eligible',
    relaxable: 'Needs approval',
    unknown: 'To be verified',
    barred: 'Not eligible',
  },
  level: {
    township: 'township committee',
    county: 'district organisation department',
    city: 'city organisation department',
  },
  tier: { law: 'Law', policy: 'Policy', wish: 'Wish' },
  target,
  chip,
  ages: (from, to) => (from <= 18 ? `${to} or under` : `Aged ${from} to ${to}`),
  agesChip: (from, to) => (from <= 18 ? `≤${to}` : `${from}–${to}`),
  state: {
    met: 'Met',
    missed: 'Missed',
    weak: 'Wish missed',
    unknown: 'Not applicable',
    stale: 'To be recomputed',
    missing: (amount) => `${amount} short`,
    noneFree: (posts) => `nobody free for ${count(posts, 'kind', 'kinds')} of post`,
    over: (amount) => `${amount} over`,
  },
  yes: 'Yes',
  no: 'No',
  village,
  strip: {
    label: 'Targets of the team, updated when recomputed',
    more: (n, missed) => (missed ? `${n} more, ${missed} missed` : `${n} more`),
    less: 'Show fewer',
    last: (value) => `last ${value}`,
    required: 'required',
    summary: (met, missed) => (missed ? `${met} met, ${missed} missed` : `all ${met} met`),
    show: (name) => `Mark who carries “${name}”`,
  },
  slate,
  impossible: {
    title: 'These pins cannot stand together',
    text: 'No team was computed; this is not an error. Take back any pin below and it is computed again.',
    takeBack: (name, post) => `Take back: ${name} · ${post}`,
  },
  whyNot: {
    title: 'Why not',
    cause: 'Cause',
    looking: 'Looking for the cause and what would mend it',
    conflicts: 'Cannot all hold',
    remedies: 'Least effort',
    noRemedy: 'Nothing would mend it at once',
    forbidden: 'not allowed',
    look: (name) => `See ${name}`,
    actions: (n) => count(n, 'step'),
    noApproval: 'no approval needed',
    approval: (level) => `approval: ${level}`,
    profile: 'Who is missing',
    allMet: 'Every target is met',
    allMetText: 'No target is missed.',
    member: { kinship: 'kinship', oneplace: 'one place', pins: 'pins' },
  },
  ranking,
  whatIf,
  person,
  plan,
  talents,
  talent,
  record,
  enrol,
  corrections,
  retention,
  mentorships,
  notice,
  cases,
  pool,
  planning,
  portrait,
  attendance,
  checks,
  conclusions,
  growthPoints,
  movements,
  trialPosts,
  villageRecord,
  structureReport,
  system,
  auditSummary,
  why,
  readiness,
  robustness,
  apply,
  cultivationOverview,
  cultivationPlan,
  gaps,
  growth,
  imports,
  mentoring,
  nominate,
  bigScreen,
  appointmentForms,
  overview,
  township,
  exportPages,
  papers,
  shortlist,
  review,
  rounds,
  toDo,
  policy,
  prints,
  procedure,
  courses,
  departures,
  teams,
} satisfies Dictionary
