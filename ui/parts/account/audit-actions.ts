import { t } from '../../words/index.ts'

/** Actions in groups that an auditor asks for together; the ids are the server's. */
export const ACTION_GROUPS = {
  signIn: [
    'session.made',
    'session.refused',
    'session.code-shown',
    'session.code-replayed',
    'session.ended',
    'session.revoked',
    'enrolment.looked-up',
    'enrolment.refused',
  ],
  accounts: [
    'account.made',
    'account.enrolled',
    'account.changed',
    'account.confirmed',
    'account.closed',
    'account.unlocked',
    'account.password-reset',
    'account.reset',
    'account.password-changed',
    'account.second-factor-begun',
    'account.second-factor-ended',
    'account.second-factor-reset',
  ],
  people: [
    'portrait.read',
    'talents.searched',
    'search.saved',
    'search.changed',
    'search.removed',
    'talents.looked-up',
    'history.read',
    'criteria.read',
    'people.compared',
    'duplicates.read',
    'list.read',
    'village.read',
    'ranking.read',
    'shortlist.read',
    'representation.read',
    'cases.read',
    'mentorships.read',
    'retention.read',
  ],
  private: ['private.revealed', 'private.changed'],
  rights: [
    'record.read',
    'record.looks-read',
    'consent.given',
    'consent.withdrawn',
    'correction.asked',
    'corrections.read',
    'correction.answered',
    'invitation.made',
    'notice.changed',
    'retention.extended',
    'talent.erased',
  ],
  records: [
    'mentorship.begun',
    'mentorship.ended',
    'talent.entered',
    'talent.changed',
    'talent.merged',
    'tags.changed',
    'skills.changed',
    'evidence.added',
    'evidence.changed',
    'evidence.removed',
    'honour.added',
    'honour.changed',
    'honour.removed',
    'relative.added',
    'relative.changed',
    'relative.removed',
    'relative.linked',
    'relative.unlinked',
    'relative.refused',
    'duplicate.answered',
    'list.made',
    'list.changed',
    'list.removed',
    'list.people-added',
    'list.people-removed',
    'list.note-changed',
  ],
  plans: [
    'slate.solved',
    'slate.explained',
    'slate.alternatives',
    'slate.costs',
    'plan.queued',
    'plan.done',
    'plan.failed',
    'plan.cancelled',
    'plan.read',
    'plan.gaps',
    'plan.depth',
    'plan.compared',
    'plan.costs',
    'plan.exported',
  ],
  rules: ['dictionary.changed', 'settings.changed', 'policy.signed', 'policy.previewed'],
  audit: ['audit.read', 'audit.exported', 'audit.verified'],
  denied: [
    'access.denied',
    'portrait.missed',
    'village.missed',
    'plan.missed',
    'list.missed',
    'correction.missed',
  ],
  system: [
    'county.set-up',
    'demonstration.filled',
    'database.copied',
    'database.restored',
    'keys.rotated',
  ],
} as const satisfies Record<string, readonly string[]>

export type ActionGroup = keyof typeof ACTION_GROUPS

/** What was done, in words; an id that the interface does not know is shown as it is. */
export function actionName(id: string): string {
  const names: Record<string, string> = t().audit.actions
  return names[id] ?? id
}

/** What an entry tells besides, by the name of the fact. */
export function factName(name: string): string {
  const names: Record<string, string> = t().audit.facts
  return names[name] ?? name
}
