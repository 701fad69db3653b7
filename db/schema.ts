import type {
  AccountTable,
  AccountVillageTable,
  InvitationTable,
  KeyCheckTable,
  MentorshipTable,
  ReviewCaseTable,
  SessionTable,
  SettingsTable,
  SignInFailureTable,
} from './schema/accounts.ts'
import type {
  AppraisalTable,
  AttendanceTable,
  CourseAttendanceTable,
  CourseParticipantTable,
  CourseSessionTable,
  CourseTable,
  CultivationItemTable,
  CultivationPlanTable,
  EntryAdditionTable,
  EntryFileTable,
  EvaluationAnswerTable,
  EvaluationCodeTable,
  EvaluationTable,
  MentoringSessionTable,
  MentorNoteTable,
  MentorProfileTable,
  MentorshipProposalTable,
  MovementTable,
  PlanTemplateTable,
  TrialPostTable,
} from './schema/cultivation.ts'
import type {
  ApplicationTable,
  AttachmentTable,
  CalendarDayTable,
  DepartureTable,
  MessageTable,
  NominationDraftTable,
  NominationTable,
  NomineeTable,
  ReviewActTable,
  RoundTable,
} from './schema/nominations.ts'
import type {
  CountyTable,
  DictionaryTable,
  IncumbentTable,
  NeedTable,
  PlanTable,
  PolicyDraftTable,
  PolicyTable,
  PostTable,
  SkillTable,
  TermTable,
  TownshipTable,
  VillageTable,
} from './schema/places.ts'
import type {
  DuplicateAnswerTable,
  ImportChangeTable,
  ImportRowTable,
  ImportTable,
  ListMemberTable,
  ListTable,
  RelativeTable,
  SavedSearchTable,
  SearchLookTable,
  TalentTagTable,
  TalentTextTable,
} from './schema/pool.ts'
import type {
  AuditEntryTable,
  AuditHeadTable,
  AuditSubjectTable,
  ConsentTable,
  CorrectionTable,
  NoticeTable,
} from './schema/rights.ts'
import type {
  EvidenceTable,
  FamilyLinkTable,
  HonourTable,
  PrivateFieldTable,
  ResidenceConsentTable,
  TalentHistoryTable,
  TalentSkillTable,
  TalentSourceTable,
  TalentTable,
} from './schema/talents.ts'
import type {
  AppointmentFormTable,
  ListDecisionTable,
  PaperTemplateTable,
  PhotographTable,
  ReadinessActionTable,
  SettledTermTable,
  StandingChangeTable,
  VillageEntryTable,
  VillageFileTable,
  VillageMergerTable,
  VillageStandingTable,
  VillageTeamTable,
  WarningTable,
} from './schema/term-change.ts'

export type * from './schema/accounts.ts'
export type * from './schema/cultivation.ts'
export type * from './schema/nominations.ts'
export type * from './schema/places.ts'
export type * from './schema/pool.ts'
export type * from './schema/rights.ts'
export type * from './schema/talents.ts'
export type * from './schema/term-change.ts'

/**
 * Every table as Kysely sees it; columns are snake_case in SQL (CamelCasePlugin).
 * `countyCode` stands first in every key. Types are text, integer and real only, alike on SQLite and PostgreSQL;
 * days are ISO text, flags 0 | 1, JSON text. What the files of db answer has its JSON parsed and its
 * flags as they are: the api makes them true and false.
 */
export type Database = {
  counties: CountyTable
  townships: TownshipTable
  villages: VillageTable
  posts: PostTable
  terms: TermTable
  incumbents: IncumbentTable
  skills: SkillTable
  needs: NeedTable
  policies: PolicyTable
  policyDrafts: PolicyDraftTable
  talents: TalentTable
  talentSources: TalentSourceTable
  talentSkills: TalentSkillTable
  honours: HonourTable
  evidence: EvidenceTable
  familyLinks: FamilyLinkTable
  residenceConsents: ResidenceConsentTable
  plans: PlanTable
  departments: DictionaryTable
  sources: DictionaryTable
  reasons: DictionaryTable
  accounts: AccountTable
  accountVillages: AccountVillageTable
  sessions: SessionTable
  signInFailures: SignInFailureTable
  invitations: InvitationTable
  mentorships: MentorshipTable
  reviewCases: ReviewCaseTable
  privateFields: PrivateFieldTable
  talentHistory: TalentHistoryTable
  notices: NoticeTable
  consents: ConsentTable
  corrections: CorrectionTable
  settings: SettingsTable
  keyChecks: KeyCheckTable
  auditEntries: AuditEntryTable
  auditSubjects: AuditSubjectTable
  auditHeads: AuditHeadTable
  talentTags: TalentTagTable
  relatives: RelativeTable
  lists: ListTable
  listMembers: ListMemberTable
  duplicateAnswers: DuplicateAnswerTable
  savedSearches: SavedSearchTable
  searchLooks: SearchLookTable
  imports: ImportTable
  importRows: ImportRowTable
  importChanges: ImportChangeTable
  talentTexts: TalentTextTable
  rounds: RoundTable
  nominees: NomineeTable
  nominations: NominationTable
  nominationDrafts: NominationDraftTable
  reviewActs: ReviewActTable
  attachments: AttachmentTable
  applications: ApplicationTable
  calendarDays: CalendarDayTable
  messages: MessageTable
  departures: DepartureTable
  mentorProfiles: MentorProfileTable
  mentorshipProposals: MentorshipProposalTable
  mentoringSessions: MentoringSessionTable
  mentorNotes: MentorNoteTable
  entryAdditions: EntryAdditionTable
  entryFiles: EntryFileTable
  planTemplates: PlanTemplateTable
  cultivationPlans: CultivationPlanTable
  cultivationItems: CultivationItemTable
  courses: CourseTable
  courseSessions: CourseSessionTable
  courseParticipants: CourseParticipantTable
  courseAttendances: CourseAttendanceTable
  trialPosts: TrialPostTable
  evaluations: EvaluationTable
  evaluationCodes: EvaluationCodeTable
  evaluationAnswers: EvaluationAnswerTable
  appraisals: AppraisalTable
  attendances: AttendanceTable
  movements: MovementTable
  villageEntries: VillageEntryTable
  villageFiles: VillageFileTable
  villageMergers: VillageMergerTable
  settledTerms: SettledTermTable
  listDecisions: ListDecisionTable
  readinessActions: ReadinessActionTable
  warnings: WarningTable
  villageStandings: VillageStandingTable
  standingChanges: StandingChangeTable
  villageTeams: VillageTeamTable
  paperTemplates: PaperTemplateTable
  appointmentForms: AppointmentFormTable
  photographs: PhotographTable
}
