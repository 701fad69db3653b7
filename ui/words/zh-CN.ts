import { account } from './zh-CN/account.ts'
import { accounts } from './zh-CN/accounts.ts'
import { apply } from './zh-CN/apply.ts'
import { appointmentForms } from './zh-CN/appointment-forms.ts'
import { attendance, growthPoints, movements } from './zh-CN/attendance.ts'
import { audit } from './zh-CN/audit.ts'
import { cases } from './zh-CN/cases.ts'
import { checks, conclusions } from './zh-CN/checks.ts'
import { chip } from './zh-CN/chip.ts'
import { corrections } from './zh-CN/corrections.ts'
import { courses } from './zh-CN/courses.ts'
import { cultivationOverview } from './zh-CN/cultivation-overview.ts'
import { cultivationPlan } from './zh-CN/cultivation-plan.ts'
import { departures } from './zh-CN/departures.ts'
import { dictionaries } from './zh-CN/dictionaries.ts'
import { enrol } from './zh-CN/enrol.ts'
import { exportPages } from './zh-CN/exports.ts'
import { gaps } from './zh-CN/gaps.ts'
import { growth } from './zh-CN/growth.ts'
import { imports } from './zh-CN/imports.ts'
import { mentoring } from './zh-CN/mentoring.ts'
import { mentorships } from './zh-CN/mentorships.ts'
import { nominate } from './zh-CN/nominate.ts'
import { notice } from './zh-CN/notice.ts'
import { bigScreen, overview, township } from './zh-CN/overview.ts'
import { papers } from './zh-CN/papers.ts'
import { person } from './zh-CN/person.ts'
import { plan } from './zh-CN/plan.ts'
import { planning } from './zh-CN/planning.ts'
import { policy } from './zh-CN/policy.ts'
import { pool } from './zh-CN/pool.ts'
import { portrait } from './zh-CN/portrait.ts'
import { prints } from './zh-CN/prints.ts'
import { procedure } from './zh-CN/procedure.ts'
import { ranking, robustness } from './zh-CN/ranking.ts'
import { readiness } from './zh-CN/readiness.ts'
import { record } from './zh-CN/record.ts'
import { retention } from './zh-CN/retention.ts'
import { review } from './zh-CN/review.ts'
import { rounds } from './zh-CN/rounds.ts'
import { settings } from './zh-CN/settings.ts'
import { shell } from './zh-CN/shell.ts'
import { shortlist } from './zh-CN/shortlist.ts'
import { signIn } from './zh-CN/sign-in.ts'
import { slate } from './zh-CN/slate.ts'
import { structureReport } from './zh-CN/structure-report.ts'
import { auditSummary, system } from './zh-CN/system.ts'
import { talent } from './zh-CN/talent.ts'
import { talents } from './zh-CN/talents.ts'
import { target } from './zh-CN/target.ts'
import { teams } from './zh-CN/teams.ts'
import { toDo } from './zh-CN/to-do.ts'
import { trialPosts } from './zh-CN/trial-posts.ts'
import { village } from './zh-CN/village.ts'
import { villageRecord } from './zh-CN/village-record.ts'
import { whatIf } from './zh-CN/what-if.ts'
import { why } from './zh-CN/why.ts'

/** Text of the interface. English has the same keys, checked by its type. */
export const zh = {
  brand: '雁阵',
  brandHint: '选育管用',
  showRest: (n: number) => `显示其余 ${n} 条`,
  separator: '·',
  comma: '、',
  colon: '：',
  clause: '；',
  shell,
  problem: {
    title: '这一页没有读出来',
    work: '您的选择还在网址里，刷新不会丢失。',
    retry: '重试',
    home: '回到首页',
    details: '技术信息（报修时提供）',
    type: '类型',
    status: '状态',
    detail: '说明',
    request: '位置',
    network: '连不上本机的服务。请确认程序仍在运行，然后重试。',
  },
  missing: {
    title: '没有这一页',
    text: '网址可能抄漏了一部分。请从导航重新选择。',
  },
  role: {
    county: '县级组织部门',
    township: '乡镇（街道）',
    village: '村级',
    mentor: '导师',
    reviewer: '联审部门',
    talent: '本人',
    admin: '系统管理员',
    auditor: '安全审计员',
  },
  /** What each role sees, in one phrase. */
  roleSees: {
    county: '全区的村、人选和方案，确认账号',
    township: '本镇各村、人选和本镇方案',
    village: '本村概况、需求、现任班子和本村人选',
    mentor: '所带的培养对象，不含身份证号',
    reviewer: '提交本部门联审的人员',
    talent: '本人的记录，谁看过，申请更正',
    admin: '账号、字典、安全设置，不看人选',
    auditor: '审计日志，不看人选',
  },
  nav: {
    groups: { steps: '流程', cultivation: '培养', management: '管理' },
    more: '更多',
    morePages: '更多页面',
    home: '首页',
    myVillages: '我的村',
    confirmations: '账号确认',
    accounts: '账号',
    dictionaries: '字典',
    settings: '安全设置',
    audit: '审计日志',
  },
  signIn,
  account,
  accounts,
  dictionaries,
  settings,
  audit,
  unknown: '未知',
  none: '不涉及',
  dash: '—',
  people: (n: string | number) => `${n} 人`,
  seats: (n: string | number) => `${n} 席`,
  years: (n: string | number) => `${n} 岁`,
  villages: (n: string | number) => `${n} 村`,
  points: (n: string | number) => `${n} 点`,
  sex: { female: '女', male: '男' },
  education: {
    primary: '小学',
    'junior-secondary': '初中',
    'senior-secondary': '高中',
    'junior-college': '大专',
    bachelor: '本科',
    postgraduate: '研究生',
  },
  partyStatus: {
    full: '中共党员',
    probationary: '预备党员',
    activist: '入党积极分子',
    league: '共青团员',
    none: '群众',
  },
  nationality: { han: '汉族', minority: '少数民族' },
  source: {
    'wealth-creator': '致富能手',
    returnee: '返乡人员',
    graduate: '本土大学生',
    veteran: '退役军人',
    merchant: '在外客商',
    'cooperative-head': '合作社负责人',
    incumbent: '现任两委',
    'retired-official': '退休退居二线干部',
    'doctor-or-teacher': '村医教师',
    'degree-official': '大学生村官',
    'posted-in': '下派干部',
    'social-worker': '社会工作者',
    'womens-federation': '妇联干部',
    volunteer: '志愿者',
  },
  willingness: { village: '愿在本村任职', township: '愿在本镇任职', county: '愿在全区任职' },
  kind: { village: '行政村', community: '社区' },
  key: '重点难点村',
  keyShort: '重点',
  post: {
    secretary: '党组织书记',
    'party-member': '党组织委员',
    chair: '主任',
    'committee-member': '委员',
    'supervision-head': '监委会主任',
    supervisor: '监委会委员',
  },
  postIn: {
    village: {
      secretary: '党组织书记',
      'party-member': '党组织委员',
      chair: '村委会主任',
      'committee-member': '村委会委员',
      'supervision-head': '村监委会主任',
      supervisor: '村监委会委员',
    },
    community: {
      secretary: '党组织书记',
      'party-member': '党组织委员',
      chair: '居委会主任',
      'committee-member': '居委会委员',
      'supervision-head': '居监委会主任',
      supervisor: '居监委会委员',
    },
  },
  criterion: {
    political: '政治素质',
    development: '发展本领',
    coordination: '协调能力',
    service: '服务水平',
    conduct: '作风品行',
    expertise: '需求匹配',
    tie: '与村联系',
    record: '工作实绩',
    reputation: '群众口碑',
    potential: '潜力与成长',
  },
  eligibility: {
    eligible: '符合资格',
    relaxable: '须批准放宽',
    unknown: '待核实',
    barred: '不符合资格',
  },
  level: { township: '乡镇党委', county: '区委组织部', city: '市委组织部' },
  tier: { law: '法定', policy: '政策', wish: '期望' },
  target,
  chip,
  /** Nobody under 18 is ever counted, so from 18 means no lower end. */
  ages: (from: number, to: number) => (from <= 18 ? `${to} 岁及以下` : `${from} 至 ${to} 岁`),
  agesChip: (from: number, to: number) => (from <= 18 ? `≤${to}` : `${from}–${to}`),
  state: {
    met: '达标',
    missed: '未达标',
    weak: '期望未达',
    unknown: '不适用',
    stale: '待重新测算',
    missing: (amount: string) => `缺 ${amount}`,
    noneFree: (posts: number) => `${posts} 类岗位无备选`,
    over: (amount: string) => `超 ${amount}`,
  },
  yes: '是',
  no: '否',
  village,
  strip: {
    label: '结构目标，重新测算后更新',
    more: (n: number, missed: number) =>
      missed ? `另有 ${n} 项，${missed} 项未达` : `另有 ${n} 项`,
    less: '收起',
    last: (value: string) => `上届 ${value}`,
    required: '要求',
    summary: (met: number, missed: number) =>
      missed ? `${met} 项达标，${missed} 项未达` : `${met} 项全部达标`,
    show: (name: string) => `标出承担“${name}”的人选`,
  },
  slate,
  impossible: {
    title: '这些固定不能同时成立',
    text: '方案没有算出来，不是出错。解除下面任一项固定，就会重新测算。',
    takeBack: (name: string, post: string) => `解除固定：${name}·${post}`,
  },
  whyNot: {
    title: '为什么达不到',
    cause: '原因',
    looking: '正在找原因和办法',
    conflicts: '不能同时满足',
    remedies: '最省的办法',
    noRemedy: '没有能立即见效的办法',
    forbidden: '不允许',
    look: (name: string) => `看${name}`,
    actions: (n: number) => `${n} 个动作`,
    noApproval: '无需审批',
    approval: (level: string) => `须${level}同意`,
    profile: '缺的人',
    allMet: '目标全部达到',
    allMetText: '没有未达的目标。',
    member: { kinship: '亲属回避', oneplace: '一人一村', pins: '固定' },
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
  cultivationOverview,
  cultivationPlan,
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
}

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { [K in keyof T]: Widen<T[K]> }
/** The keys of the interface's text with the kind of each: a text, or a function of its figures. */
export type Dictionary = Widen<typeof zh>
