import type { Hono } from 'hono'
import type { MergeSchemaPath, Schema } from 'hono/types'
import { accounts } from './accounts.ts'
import { alternatives } from './alternatives.ts'
import { applicationInbox } from './application-inbox.ts'
import { applications } from './applications.ts'
import { appointmentForms, talentForm } from './appointment-forms.ts'
import { attachments, nomineeAttachments } from './attachments.ts'
import { attendances } from './attendances.ts'
import { audit } from './audit.ts'
import { auditSummary } from './audit-summary.ts'
import { calendar } from './calendar.ts'
import { checkOpinions } from './check-opinions.ts'
import { checks, talentChecks } from './checks.ts'
import { comparisons } from './comparisons.ts'
import { conclusions } from './conclusions.ts'
import { consents, ownConsents } from './consents.ts'
import type { Env } from './context.ts'
import { corrections, ownCorrections } from './corrections.ts'
import { courseCodes } from './courses/codes.ts'
import { courseEntering } from './courses/entering.ts'
import { courseParticipants } from './courses/participants.ts'
import { courseSheets } from './courses/sheets.ts'
import { courseSignIn } from './courses/signing-in.ts'
import { courseStates } from './courses/states.ts'
import { courses } from './courses.ts'
import { criteria } from './criteria.ts'
import { cultivationItems } from './cultivation-items.ts'
import { cultivationOverview } from './cultivation-overview.ts'
import { cultivationPlans, talentCultivation } from './cultivation-plans.ts'
import { departures } from './departures.ts'
import { depth } from './depth.ts'
import { dictionaries } from './dictionaries.ts'
import { duplicates } from './duplicates.ts'
import { enrolments } from './enrolments.ts'
import { entryFiles, filesOfEntries, ownEntryFiles } from './entry-files.ts'
import { erasures } from './erasures.ts'
import { evaluations } from './evaluations.ts'
import { evidence } from './evidence.ts'
import { evidenceSources } from './evidence-sources.ts'
import { exports } from './exports.ts'
import { gaps } from './gaps.ts'
import { growth } from './growth.ts'
import { handovers } from './handovers.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { honours } from './honours.ts'
import { importRows } from './import-rows.ts'
import { imports } from './imports.ts'
import { invitations } from './invitations.ts'
import { listMembers } from './list-members.ts'
import { lists } from './lists.ts'
import { mentorEffect } from './mentor-effect.ts'
import { mentoring, officeSessions, talentSessions } from './mentoring.ts'
import { mentorProfiles } from './mentorships/profiles.ts'
import { mentorshipProposals, ownMentorshipProposals } from './mentorships/proposals.ts'
import { mentorships } from './mentorships.ts'
import { merges } from './merges.ts'
import { messages } from './messages.ts'
import { movements } from './movements.ts'
import { nearReady } from './near-ready.ts'
import { nominations } from './nominations.ts'
import { nomineeList } from './nominee-list.ts'
import { nominees } from './nominees.ts'
import { notices } from './notices.ts'
import { overview } from './overview.ts'
import { ownCultivation } from './own-cultivation.ts'
import { ownFactor } from './own-factor.ts'
import { ownNominations } from './own-nominations.ts'
import { paperTemplates } from './paper-templates.ts'
import { papers } from './papers.ts'
import { ownPhotograph, photographs } from './photographs.ts'
import { places } from './places.ts'
import { planComparison } from './plan-comparison.ts'
import { planCosts } from './plan-costs.ts'
import { planTemplates } from './plan-templates.ts'
import { plans } from './plans.ts'
import { points } from './points.ts'
import { policy } from './policy.ts'
import { portraitEdits } from './portraits.ts'
import { prints } from './prints.ts'
import { privateFields } from './private-fields.ts'
import { rankings } from './rankings.ts'
import { readiness } from './readiness.ts'
import { readinessActions } from './readiness-actions.ts'
import { record } from './record.ts'
import { relativeLinks } from './relative-links.ts'
import { relatives } from './relatives.ts'
import { mentorReminders, reminders } from './reminders.ts'
import { representation } from './representation.ts'
import { retention } from './retention.ts'
import { reviewCases } from './review-cases.ts'
import { robustness } from './robustness.ts'
import { rounds } from './rounds.ts'
import { scores } from './scores.ts'
import { search } from './search.ts'
import { searches } from './searches.ts'
import { seatCandidates } from './seat-candidates.ts'
import { self } from './self.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shortlists } from './shortlists.ts'
import { slates } from './slates.ts'
import { structure } from './structure.ts'
import { system } from './system.ts'
import { tags } from './tags.ts'
import { talentNominees } from './talent-nominees.ts'
import { talentSkills } from './talent-skills.ts'
import { talents } from './talents.ts'
import { terms } from './terms.ts'
import { toDo } from './to-do.ts'
import { townships } from './townships.ts'
import { trainingHours } from './training-hours.ts'
import { trialPosts } from './trial-posts.ts'
import { villageSheets } from './village-entries/sheets.ts'
import { entriesOfVillage, villageEntries } from './village-entries.ts'
import { filesOfVillageEntries, villageFiles } from './village-files.ts'
import { villageLists } from './village-lists.ts'
import { villageMergers } from './village-mergers.ts'
import { villageReadiness } from './village-readiness.ts'
import { villages } from './villages.ts'

/** Every noun of the HTTP interface, below /api/v1. What stands first answers first where two take the same address. */
export const ROUTES = [
  ['/health', health],
  ['/session', session],
  ['/self', self],
  ['/self', ownFactor],
  ['/accounts', accounts],
  ['/dictionaries', dictionaries],
  ['/settings', settings],
  ['/system', system],
  ['/audit', audit],
  ['/audit', auditSummary],
  ['/overview', overview],
  ['/readiness', readiness],
  ['/places', places],
  ['/townships', townships],
  ['/villages', villages],
  ['/villages', entriesOfVillage],
  ['/villages', villageMergers],
  ['/readiness/villages', villageReadiness],
  ['/readiness/actions', readinessActions],
  ['/village-lists', villageLists],
  ['/village-entries', villageEntries],
  ['/village-entries', villageSheets],
  ['/village-entries', filesOfVillageEntries],
  ['/village-files', villageFiles],
  ['/policy', policy],
  ['/talents', search],
  ['/talents', talents],
  ['/talents', portraitEdits],
  ['/talents', talentSkills],
  ['/talents', evidence],
  ['/talents', honours],
  ['/talents', relatives],
  ['/talents', relativeLinks],
  ['/talents', history],
  ['/talents', talentNominees],
  ['/talents', departures],
  ['/talents', criteria],
  ['/talents', growth],
  ['/talents', talentCultivation],
  ['/cultivation-plans', cultivationPlans],
  ['/cultivation-items', cultivationItems],
  ['/plan-templates', planTemplates],
  ['/talents', tags],
  ['/talents', merges],
  ['/duplicates', duplicates],
  ['/lists', lists],
  ['/lists', listMembers],
  ['/comparisons', comparisons],
  ['/talents', privateFields],
  ['/talents', consents],
  ['/talents', invitations],
  ['/talents', erasures],
  ['/talents', talentForm],
  ['/talents', photographs],
  ['/appointment-forms', appointmentForms],
  ['/evidence-sources', evidenceSources],
  ['/searches', searches],
  ['/record', record],
  ['/record', ownConsents],
  ['/record', ownCorrections],
  ['/record', ownNominations],
  ['/record', ownCultivation],
  ['/record', ownEntryFiles],
  ['/record', ownPhotograph],
  ['/applications', applications],
  ['/applications', applicationInbox],
  ['/corrections', corrections],
  ['/enrolments', enrolments],
  ['/retention', retention],
  ['/notice', notices],
  ['/mentorships', mentorships],
  ['/mentorship-proposals', mentorshipProposals],
  ['/record', ownMentorshipProposals],
  ['/mentor-profiles', mentorProfiles],
  ['/mentoring', mentoring],
  ['/talents', talentSessions],
  ['/cultivation', officeSessions],
  ['/review-cases', reviewCases],
  ['/rounds', rounds],
  ['/nominees', nomineeList],
  ['/nominees', nominees],
  ['/nominees', nomineeAttachments],
  ['/attachments', attachments],
  ['/cultivation', cultivationOverview],
  ['/cultivation', mentorReminders],
  ['/entries', filesOfEntries],
  ['/entry-files', entryFiles],
  ['/checks', checks],
  ['/check-opinions', checkOpinions],
  ['/conclusions', conclusions],
  ['/attendances', attendances],
  ['/points', points],
  ['/talents', talentChecks],
  ['/talents', movements],
  ['/courses', courses],
  ['/courses', courseParticipants],
  ['/courses', courseEntering],
  ['/courses', courseStates],
  ['/courses', courseCodes],
  ['/courses', courseSheets],
  ['/record', courseSignIn],
  ['/training-hours', trainingHours],
  ['/calendar', calendar],
  ['/nominees', reminders],
  ['/to-do', toDo],
  ['/messages', messages],
  ['/handovers', handovers],
  ['/nominations', nominations],
  ['/seats', seatCandidates],
  ['/cultivation', nearReady],
  ['/mentoring', mentorEffect],
  ['/rankings', rankings],
  ['/rankings', robustness],
  ['/scores', scores],
  ['/shortlists', shortlists],
  ['/representation', representation],
  ['/slates', slates],
  ['/slates', alternatives],
  ['/plans', planComparison],
  ['/plans', plans],
  ['/plans', gaps],
  ['/plans', depth],
  ['/plans', planCosts],
  ['/structure', structure],
  ['/terms', terms],
  ['/trial-posts', trialPosts],
  ['/evaluations', evaluations],
  ['/imports', imports],
  ['/imports', importRows],
  ['/exports', exports],
  ['/papers', papers],
  ['/prints', prints],
  ['/paper-templates', paperTemplates],
] as const

type Route = (typeof ROUTES)[number]
type SchemaOf<Part> = Part extends Hono<infer _, infer S, infer __> ? S : never
/** Of each schema by itself: a part that was put together of parts has several. */
type Below<Path extends string, S> = S extends Schema ? MergeSchemaPath<S, Path> : never
type Mounted<R> = R extends readonly [infer Path extends string, infer Part]
  ? Below<`/api/v1${Path}`, SchemaOf<Part>>
  : never

/** The application as its clients call it. */
export type Api = Hono<Env, Mounted<Route>, '/'>
