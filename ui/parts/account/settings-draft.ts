import { ROLES, type Role, type Settings } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { Errors } from './sending.ts'

/** Figures with the ends that the server takes. */
export const FIGURES = {
  idleMinutes: [5, 480],
  sessionHours: [1, 24],
  lockAfter: [3, 10],
  lockMinutes: [5, 1440],
} as const
export type Figure = keyof typeof FIGURES

/** Settings as they are typed: figures may be no numbers yet. */
export type SettingsDraft = Omit<Settings, Figure> & Record<Figure, string>

export function draftOf(settings: Settings): SettingsDraft {
  const { idleMinutes, sessionHours, lockAfter, lockMinutes } = settings
  return {
    ...settings,
    ...{ idleMinutes: String(idleMinutes), sessionHours: String(sessionHours) },
    ...{ lockAfter: String(lockAfter), lockMinutes: String(lockMinutes) },
  }
}

export function settingsOf(draft: SettingsDraft): Settings {
  const { idleMinutes, sessionHours, lockAfter, lockMinutes } = draft
  return {
    ...draft,
    secondFactorFor: ROLES.filter((role) => draft.secondFactorFor.includes(role)),
    ...{ idleMinutes: Number(idleMinutes), sessionHours: Number(sessionHours) },
    ...{ lockAfter: Number(lockAfter), lockMinutes: Number(lockMinutes) },
  }
}

export function errorsOf(draft: SettingsDraft): Errors<Figure> {
  const wrong = (Object.keys(FIGURES) as Figure[]).filter((figure) => {
    const [least, most] = FIGURES[figure]
    const value = Number(draft[figure])
    return !/^\d+$/.test(draft[figure].trim()) || value < least || value > most
  })
  return Object.fromEntries(
    wrong.map((figure) => {
      const [least, most] = FIGURES[figure]
      return [figure, t().settings.between(least, most)]
    }),
  )
}

/** What a setting says, in words. */
export function wordsOf(settings: Settings, name: keyof Settings): string {
  const words = t().settings
  if (name === 'secondFactorFor') return rolesIn(settings.secondFactorFor)
  if (name === 'identityCheck') return words[settings.identityCheck]
  if (name === 'hasCalendarFile') return settings.hasCalendarFile ? words.on : words.off
  return `${settings[name]} ${words[UNITS[name]]}`
}

export const UNITS = {
  idleMinutes: 'minutes',
  sessionHours: 'hours',
  lockAfter: 'times',
  lockMinutes: 'minutes',
} as const satisfies Record<Figure, string>

const rolesIn = (roles: readonly Role[]) =>
  roles.map((role) => t().role[role]).join(t().comma) || t().settings.nobody
