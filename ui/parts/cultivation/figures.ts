import type { Counts, Lack, Overview } from '../../cultivation-overview.ts'
import { whole, wholePercent } from '../../format.ts'
import { t } from '../../words/index.ts'

/** Whose cultivation the figures are about; without a township all of them. */
export type Of = { code: string; name: string } | undefined

/** A figure that counts people of a group, and those who lack it. */
export type Share = { id: ShareId; done: number; of: number; lack: Lack }
export const SHARES = ['mentored', 'planned', 'met', 'trained', 'checked', 'opined'] as const
export type ShareId = (typeof SHARES)[number]

export function shareOf(id: ShareId, counts: Counts): Share {
  const { people, mentored } = counts
  const of: Record<ShareId, Omit<Share, 'id' | 'done'>> = {
    mentored: { of: people, lack: 'unmentored' },
    planned: { of: people, lack: 'unplanned' },
    met: { of: counts.meetingDue, lack: 'unmet' },
    trained: { of: counts.owing, lack: 'short' },
    checked: { of: people, lack: 'unchecked' },
    opined: { of: mentored, lack: 'unopined' },
  }
  return { id, done: counts[id], ...of[id] }
}

/** A share of few people is told as a count: one more or less would move it too far. */
export function shareText({ done, of }: Share, few: number): string {
  if (of === 0) return t().dash
  return of < few ? `${whole(done)} / ${whole(of)}` : wholePercent(down(done / of))
}

/** 99.6 % is not all. */
const down = (share: number) => (share < 1 ? Math.min(share, 0.99) : share)

export function nameOf(id: ShareId, overview: Overview): string {
  const names = t().cultivationOverview.share
  if (id === 'met') return names.met(overview.meetEveryDays)
  if (id === 'trained') return names.trained(overview.trainingHours)
  return names[id]
}

export function quarterName(quarter: string): string {
  return t().checks.quarter(quarter.slice(0, 4), Number(quarter.slice(6)))
}
