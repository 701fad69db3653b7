import { Route, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'
import './older-browsers.ts'
import './theme.ts'
import './styles/index.css'
import { onlyFor } from './parts/account/no-permission.tsx'
import { Root } from './parts/account/root.tsx'
import { SignedInAlready } from './parts/talent/signed-in-already.tsx'
import { startAnewWhenRenewed } from './renewed.ts'

const Home = lazy(async () => ({ default: (await import('./pages/home.tsx')).Home }))
const BigScreen = lazy(async () => ({
  default: (await import('./pages/big-screen.tsx')).BigScreen,
}))
const Township = lazy(async () => ({ default: (await import('./pages/township.tsx')).Township }))
const Village = lazy(async () => ({ default: (await import('./pages/village.tsx')).Village }))
const VillageRecord = lazy(async () => ({
  default: (await import('./pages/village-record.tsx')).VillageRecord,
}))
const VillageEntries = lazy(async () => ({
  default: (await import('./pages/village-entries.tsx')).VillageEntries,
}))
const Plan = lazy(async () => ({ default: (await import('./pages/plan.tsx')).Plan }))
const Account = lazy(async () => ({ default: (await import('./pages/account.tsx')).Account }))
const Accounts = lazy(async () => ({ default: (await import('./pages/accounts.tsx')).Accounts }))
const Dictionaries = lazy(async () => ({
  default: (await import('./pages/dictionaries.tsx')).Dictionaries,
}))
const Settings = lazy(async () => ({ default: (await import('./pages/settings.tsx')).Settings }))
const Audit = lazy(async () => ({ default: (await import('./pages/audit.tsx')).Audit }))
const Talents = lazy(async () => ({ default: (await import('./pages/talents.tsx')).Talents }))
const Talent = lazy(async () => ({ default: (await import('./pages/talent.tsx')).Talent }))
const NewTalent = lazy(async () => ({
  default: (await import('./pages/new-talent.tsx')).NewTalent,
}))
const OwnRecord = lazy(async () => ({ default: (await import('./pages/record.tsx')).OwnRecord }))
const Cultivation = lazy(async () => ({
  default: (await import('./pages/cultivation.tsx')).Cultivation,
}))
const Corrections = lazy(async () => ({
  default: (await import('./pages/corrections.tsx')).Corrections,
}))
const Retention = lazy(async () => ({ default: (await import('./pages/retention.tsx')).Retention }))
const Mentorships = lazy(async () => ({
  default: (await import('./pages/mentorships.tsx')).Mentorships,
}))
const Cases = lazy(async () => ({ default: (await import('./pages/cases.tsx')).Cases }))
const Notice = lazy(async () => ({ default: (await import('./pages/notice.tsx')).Notice }))
const AppointmentForms = lazy(async () => ({
  default: (await import('./pages/appointment-forms.tsx')).AppointmentForms,
}))
const Imports = lazy(async () => ({ default: (await import('./pages/imports.tsx')).Imports }))
const Import = lazy(async () => ({ default: (await import('./pages/import.tsx')).Import }))
const Comparison = lazy(async () => ({
  default: (await import('./pages/comparison.tsx')).Comparison,
}))
const Lists = lazy(async () => ({ default: (await import('./pages/lists.tsx')).Lists }))
const List = lazy(async () => ({ default: (await import('./pages/list.tsx')).List }))
const Duplicates = lazy(async () => ({
  default: (await import('./pages/duplicates.tsx')).Duplicates,
}))
const PolicyFrame = lazy(async () => ({
  default: (await import('./parts/policy/frame.tsx')).PolicyFrame,
}))
const Policy = lazy(async () => ({ default: (await import('./pages/policy.tsx')).Policy }))
const Weights = lazy(async () => ({ default: (await import('./pages/weights.tsx')).Weights }))
const PlanComparison = lazy(async () => ({
  default: (await import('./pages/plan-comparison.tsx')).PlanComparison,
}))
const Shortlist = lazy(async () => ({
  default: (await import('./pages/shortlist.tsx')).Shortlist,
}))
const Representation = lazy(async () => ({
  default: (await import('./pages/representation.tsx')).Representation,
}))
const Review = lazy(async () => ({ default: (await import('./pages/review.tsx')).Review }))
const ReviewPrint = lazy(async () => ({
  default: (await import('./pages/review-print.tsx')).ReviewPrint,
}))
const ToDo = lazy(async () => ({ default: (await import('./pages/to-do.tsx')).ToDo }))
const Rounds = lazy(async () => ({ default: (await import('./pages/rounds.tsx')).Rounds }))
const Board = lazy(async () => ({ default: (await import('./pages/board.tsx')).Board }))
const Handover = lazy(async () => ({ default: (await import('./pages/handover.tsx')).Handover }))
const Applications = lazy(async () => ({
  default: (await import('./pages/applications.tsx')).Applications,
}))
const NearReady = lazy(async () => ({
  default: (await import('./pages/near-ready.tsx')).NearReadyPage,
}))
const Structure = lazy(async () => ({
  default: (await import('./pages/structure.tsx')).Structure,
}))
const Missing = lazy(async () => ({ default: (await import('./pages/missing.tsx')).Missing }))

const Nominate = lazy(async () => ({
  default: (await import('./pages/nominate.tsx')).Nominate,
}))
const Candidates = lazy(async () => ({
  default: (await import('./pages/candidates.tsx')).Candidates,
}))

const Courses = lazy(async () => ({ default: (await import('./pages/courses.tsx')).Courses }))
const Course = lazy(async () => ({ default: (await import('./pages/course.tsx')).Course }))
const TrainingHours = lazy(async () => ({
  default: (await import('./pages/training-hours.tsx')).TrainingHours,
}))

const WorkingDays = lazy(async () => ({
  default: (await import('./pages/calendar.tsx')).WorkingDays,
}))

const Mentoring = lazy(async () => ({
  default: (await import('./pages/mentoring.tsx')).Mentoring,
}))
const MentoringLog = lazy(async () => ({
  default: (await import('./pages/mentoring-log.tsx')).MentoringLog,
}))
const MentoringTasks = lazy(async () => ({
  default: (await import('./pages/mentoring-tasks.tsx')).MentoringTasks,
}))
const MentoringQuarter = lazy(async () => ({
  default: (await import('./pages/mentoring-quarter.tsx')).MentoringQuarter,
}))
const MentoringMine = lazy(async () => ({
  default: (await import('./pages/mentoring-mine.tsx')).MentoringMine,
}))
const MentoringPerson = lazy(async () => ({
  default: (await import('./pages/mentoring-person.tsx')).MentoringPerson,
}))
const MentoringPrint = lazy(async () => ({
  default: (await import('./pages/mentoring-print.tsx')).MentoringPrint,
}))

const CultivationPlan = lazy(async () => ({
  default: (await import('./pages/cultivation-plan.tsx')).CultivationPlan,
}))
const CultivationPlanPrint = lazy(async () => ({
  default: (await import('./pages/cultivation-plan-print.tsx')).CultivationPlanPrint,
}))
const CultivationItems = lazy(async () => ({
  default: (await import('./pages/cultivation-plan-items.tsx')).CultivationItems,
}))
const PlanTemplates = lazy(async () => ({
  default: (await import('./pages/cultivation-plan-templates.tsx')).PlanTemplates,
}))

const Checks = lazy(async () => ({ default: (await import('./pages/checks.tsx')).Checks }))
const Conclusions = lazy(async () => ({
  default: (await import('./pages/conclusions.tsx')).Conclusions,
}))
const Points = lazy(async () => ({ default: (await import('./pages/points.tsx')).Points }))
const Attendance = lazy(async () => ({
  default: (await import('./pages/attendance.tsx')).Attendance,
}))

const Papers = lazy(async () => ({ default: (await import('./pages/papers.tsx')).Papers }))

const PrintSlates = lazy(async () => ({
  default: (await import('./pages/print-slates.tsx')).PrintSlates,
}))
const PrintForms = lazy(async () => ({
  default: (await import('./pages/print-forms.tsx')).PrintForms,
}))
const PrintFiling = lazy(async () => ({
  default: (await import('./pages/print-filing.tsx')).PrintFiling,
}))
const PrintNotices = lazy(async () => ({
  default: (await import('./pages/print-notices.tsx')).PrintNotices,
}))

const Actions = lazy(async () => ({ default: (await import('./pages/actions.tsx')).Actions }))
const ThreeLists = lazy(async () => ({
  default: (await import('./pages/village-lists.tsx')).ThreeLists,
}))

const TrialPosts = lazy(async () => ({
  default: (await import('./pages/trial-posts.tsx')).TrialPosts,
}))
const TrialPost = lazy(async () => ({
  default: (await import('./pages/trial-post.tsx')).TrialPost,
}))
const TrialPrint = lazy(async () => ({
  default: (await import('./pages/trial-print.tsx')).TrialPrint,
}))

const SEE_PORTRAITS = ['county', 'township', 'village', 'mentor'] as const

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

startAnewWhenRenewed()

render(
  () => (
    <Router root={Root}>
      <Route path="/" component={Home} />
      <Route path="/big-screen" component={onlyFor(['county', 'township'], BigScreen)} />
      <Route path="/plan" component={onlyFor(['county'], Plan)} />
      <Route path="/townships/:code" component={onlyFor(['county', 'township'], Township)} />
      <Route path="/townships/:code/plan" component={onlyFor(['county', 'township'], Plan)} />
      <Route
        path="/villages/:code"
        component={onlyFor(['county', 'township', 'village'], Village)}
      />
      <Route
        path="/villages/:code/record"
        component={onlyFor(['county', 'township', 'village'], VillageRecord)}
      />
      <Route path="/village-entries" component={onlyFor(['county', 'township'], VillageEntries)} />
      <Route path="/actions" component={onlyFor(['county', 'township', 'village'], Actions)} />
      <Route
        path="/village-lists"
        component={onlyFor(['county', 'township', 'village'], ThreeLists)}
      />
      <Route path="/account" component={Account} />
      <Route path="/accounts" component={onlyFor(['admin', 'county'], Accounts)} />
      <Route path="/dictionaries" component={onlyFor(['admin'], Dictionaries)} />
      <Route path="/settings" component={onlyFor(['admin', 'county', 'auditor'], Settings)} />
      <Route path="/audit" component={onlyFor(['auditor'], Audit)} />
      <Route path="/talents" component={onlyFor(SEE_PORTRAITS, Talents)} />
      <Route
        path="/talents/new"
        component={onlyFor(['county', 'township', 'village'], NewTalent)}
      />
      <Route path="/talents/:id" component={onlyFor(SEE_PORTRAITS, Talent)} />
      <Route path="/talents/:id/cultivation" component={onlyFor(SEE_PORTRAITS, CultivationPlan)} />
      <Route
        path="/talents/:id/cultivation/print"
        component={onlyFor(SEE_PORTRAITS, CultivationPlanPrint)}
      />
      <Route path="/cultivation-items" component={onlyFor(SEE_PORTRAITS, CultivationItems)} />
      <Route path="/plan-templates" component={onlyFor(['county', 'township'], PlanTemplates)} />
      <Route path="/comparison" component={onlyFor(['county', 'township'], Comparison)} />
      <Route path="/plans/comparison" component={onlyFor(['county', 'township'], PlanComparison)} />
      <Route path="/lists" component={onlyFor(['county', 'township'], Lists)} />
      <Route path="/lists/:id" component={onlyFor(['county', 'township'], List)} />
      <Route path="/duplicates" component={onlyFor(['county', 'township'], Duplicates)} />
      <Route path="/record" component={onlyFor(['talent'], OwnRecord)} />
      <Route path="/enrol" component={SignedInAlready} />
      <Route path="/cultivation" component={onlyFor(['county', 'township'], Cultivation)} />
      <Route path="/corrections" component={onlyFor(['county', 'township'], Corrections)} />
      <Route path="/retention" component={onlyFor(['county'], Retention)} />
      <Route path="/mentorships" component={onlyFor(['county', 'township'], Mentorships)} />
      <Route path="/cases/:nominee?" component={onlyFor(['reviewer'], Cases)} />
      <Route path="/notice" component={onlyFor(['county'], Notice)} />
      <Route
        path="/appointment-forms"
        component={onlyFor(['county', 'township'], AppointmentForms)}
      />
      <Route path="/imports" component={onlyFor(['county', 'township'], Imports)} />
      <Route path="/imports/:id" component={onlyFor(['county', 'township'], Import)} />
      <Route path="/policy" component={onlyFor(['county', 'township'], PolicyFrame)}>
        <Route path="/" component={Policy} />
        <Route path="/weights" component={Weights} />
      </Route>
      <Route path="/shortlist" component={onlyFor(['county', 'township'], Shortlist)} />
      <Route path="/representation" component={onlyFor(['county', 'township'], Representation)} />
      <Route
        path="/nominations/new"
        component={onlyFor(['county', 'township', 'village'], Nominate)}
      />
      <Route
        path="/villages/:code/candidates"
        component={onlyFor(['county', 'township'], Candidates)}
      />
      <Route path="/review" component={onlyFor(['county', 'township', 'village'], Review)} />
      <Route
        path="/review/:id/print"
        component={onlyFor(['county', 'township', 'village'], ReviewPrint)}
      />
      <Route
        path="/to-do"
        component={onlyFor(['county', 'township', 'village', 'reviewer', 'mentor', 'talent'], ToDo)}
      />
      <Route path="/rounds" component={onlyFor(['county', 'township', 'village'], Rounds)} />
      <Route
        path="/rounds/:id/board"
        component={onlyFor(['county', 'township', 'village'], Board)}
      />
      <Route path="/handover" component={onlyFor(['county'], Handover)} />
      <Route path="/applications" component={onlyFor(['county', 'township'], Applications)} />
      <Route path="/calendar" component={onlyFor(['county', 'township', 'village'], WorkingDays)} />
      <Route
        path="/cultivation/near-ready"
        component={onlyFor(['county', 'township'], NearReady)}
      />
      <Route path="/mentoring" component={onlyFor(['mentor'], Mentoring)} />
      <Route path="/mentoring/log" component={onlyFor(['mentor'], MentoringLog)} />
      <Route path="/mentoring/tasks" component={onlyFor(['mentor'], MentoringTasks)} />
      <Route path="/mentoring/quarter" component={onlyFor(['mentor'], MentoringQuarter)} />
      <Route path="/mentoring/mine" component={onlyFor(['mentor'], MentoringMine)} />
      <Route path="/mentoring/people/:talent" component={onlyFor(['mentor'], MentoringPerson)} />
      <Route path="/mentoring/print" component={onlyFor(['mentor'], MentoringPrint)} />
      <Route path="/checks" component={onlyFor(['county', 'township'], Checks)} />
      <Route path="/conclusions" component={onlyFor(['county'], Conclusions)} />
      <Route path="/points" component={onlyFor(['county', 'township'], Points)} />
      <Route
        path="/attendance"
        component={onlyFor(['county', 'township', 'village'], Attendance)}
      />
      <Route path="/trial-posts" component={onlyFor(SEE_PORTRAITS, TrialPosts)} />
      <Route path="/trial-posts/:id" component={onlyFor(SEE_PORTRAITS, TrialPost)} />
      <Route
        path="/trial-posts/:id/print"
        component={onlyFor(['county', 'township'], TrialPrint)}
      />
      <Route path="/courses" component={onlyFor(['county', 'township', 'mentor'], Courses)} />
      <Route path="/courses/:id" component={onlyFor(['county', 'township', 'mentor'], Course)} />
      <Route path="/training-hours" component={onlyFor(SEE_PORTRAITS, TrainingHours)} />
      <Route path="/papers" component={onlyFor(['county', 'township'], Papers)} />
      <Route path="/structure" component={onlyFor(['county', 'township', 'village'], Structure)} />
      <Route path="/print/slates" component={onlyFor(['county', 'township'], PrintSlates)} />
      <Route path="/print/forms" component={onlyFor(['county', 'township'], PrintForms)} />
      <Route path="/print/filing/:round" component={onlyFor(['county', 'township'], PrintFiling)} />
      <Route
        path="/print/notices/:round"
        component={onlyFor(['county', 'township'], PrintNotices)}
      />
      <Route path="*" component={Missing} />
    </Router>
  ),
  root,
)
