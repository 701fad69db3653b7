import { For, type JSX, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Compared, CriterionId, CriterionShare, Post } from '../../types.ts'
import { CRITERIA } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { FitBar } from '../fit.tsx'
import { changeText } from '../growth/points.ts'
import { SinceQuarter } from '../growth/since.tsx'
import { Unknown } from '../states.tsx'
import { Marked } from './cells.tsx'
import { ELIGIBILITY_STATES, educationOf, partyOf, sexOf, workOf } from './columns.ts'

export type ComparedRow = {
  name: string
  /** What makes a row differ. */
  text: (person: Compared) => string
  cell: (person: Compared) => JSX.Element
}
type Group = { name: string; rows: ComparedRow[] }
type Band = { value: number; low: number; high: number; isClaimed: boolean }

/** Above this share of a criterion nothing is known of it. */
const NOTHING_KNOWN = 0.995

export function rowsOf(people: Compared[], post: Post, since: string): Group[] {
  const { comparison } = t().pool
  return [
    { name: comparison.basics, rows: [...facts(), ...eligibility(post)] },
    {
      name: comparison.criteria,
      rows: [...CRITERIA.flatMap(criterionRow(people)), total(), moved(since)],
    },
    { name: comparison.record, rows: record() },
  ]
}

function facts(): ComparedRow[] {
  const { talents, person, pool } = t()
  return [
    plain(pool.comparison.age, ({ age }) => age?.toString() ?? ''),
    plain(talents.sex, sexOf),
    plain(talents.party, partyOf),
    plain(talents.education, (one) =>
      [educationOf(one), one.fullTimeSchool ?? one.inServiceSchool].filter(Boolean).join(' '),
    ),
    plain(talents.work, workOf),
    plain(talents.sources, ({ sources }) =>
      sources.map((source) => t().source[source]).join(t().comma),
    ),
    plain(person.willingness, ({ willingness }) =>
      willingness ? t().willingness[willingness] : '',
    ),
    plain(talents.status, ({ status }) => talents.statuses[status]),
  ]
}

/** For the seat, or for the post at home where no seat is chosen. */
function eligibility(post: Post): ComparedRow[] {
  return [
    {
      name: `${t().pool.comparison.eligibility}${t().separator}${t().post[post]}`,
      text: (one) => [one.eligibility, ...remarks(one)].join(' '),
      cell: (one) => (
        <>
          <Marked state={ELIGIBILITY_STATES[one.eligibility]}>
            {t().eligibility[one.eligibility]}
          </Marked>
          <For each={remarks(one)}>{(text) => <span class="hint block">{text}</span>}</For>
          <Show when={one.village.code !== one.homeVillage.code}>
            <span class="hint block">{placeName(one.village.name)}</span>
          </Show>
        </>
      ),
    },
  ]
}

const remarks = ({ findings }: Compared) =>
  findings.filter(({ outcome }) => outcome !== 'met').map(({ words }) => say(words))

/** Criteria that weigh nothing for the post are left out. */
const criterionRow =
  (people: Compared[]) =>
  (id: CriterionId): ComparedRow[] => {
    const shareOf = ({ criteria }: Compared) => criteria.find(({ criterion }) => criterion === id)
    if (!people.some((one) => shareOf(one))) return []
    return [
      {
        name: t().criterion[id],
        text: (one) => bandText(bandOf(shareOf(one))),
        cell: (one) => <BandCell band={bandOf(shareOf(one))} />,
      },
    ]
  }

function total(): ComparedRow {
  const band = ({ fit, low, high, criteria }: Compared): Band => ({
    ...{ value: fit, low, high },
    isClaimed: sum(criteria, 'claimed') > sum(criteria, 'proven'),
  })
  return {
    name: t().pool.comparison.total,
    text: (one) => bandText(band(one)),
    cell: (one) => <BandCell band={band(one)} />,
  }
}

/** What came in since the last quarter, and what it did to the fit. */
function moved(since: string): ComparedRow {
  return {
    name: t().growth.since.row,
    text: ({ since: { change, steps } }) => (steps.length === 0 ? '' : changeText(change)),
    cell: ({ since: change }) => (
      <Show
        when={change.steps.length > 0}
        fallback={<span class="hint">{t().growth.since.none}</span>}
      >
        <SinceQuarter change={change} since={since} />
      </Show>
    ),
  }
}

function record(): ComparedRow[] {
  const { comparison } = t().pool
  return [
    plain(t().person.skills, ({ skills }) => skills.map(({ words }) => say(words)).join(t().comma)),
    plain(comparison.experience, ({ experienceYears }) =>
      experienceYears === null ? '' : t().person.experienceYears(experienceYears),
    ),
    plain(comparison.honours, ({ honours }) => honours.map(({ name }) => name).join(t().comma)),
    plain(comparison.completeness, ({ completeness: { known, of } }) =>
      comparison.known(known, of),
    ),
  ]
}

/** A fact in words; what is not known is said. */
function plain(name: string, text: (person: Compared) => string): ComparedRow {
  return {
    name,
    text,
    cell: (person) => {
      const found = text(person)
      return found === '' || found === t().unknown ? <Unknown /> : found
    },
  }
}

function bandOf(share: CriterionShare | undefined): Band | null {
  if (!share || share.missing > NOTHING_KNOWN) return null
  const { value, low, high, claimed, proven } = share
  return { value, low, high, isClaimed: claimed > proven }
}

function BandCell(props: { band: Band | null }) {
  return (
    <Show when={props.band} fallback={<Unknown />}>
      {(band) => (
        <span class="band" classList={{ hatched: band().isClaimed }}>
          <b>{fitPoints(band().value)}</b>
          <FitBar fit={{ fit: band().value, low: band().low, high: band().high }} />
          <span class="hint nowrap">
            {fitPoints(band().low)}–{fitPoints(band().high)}
            {band().isClaimed ? ` ${t().pool.comparison.claimed}` : ''}
          </span>
        </span>
      )}
    </Show>
  )
}

const bandText = (band: Band | null) =>
  band === null ? '' : [band.value, band.low, band.high].map(fitPoints).join(' ')

const sum = (shares: CriterionShare[], kind: 'claimed' | 'proven') =>
  shares.reduce((total, share) => total + share.weight * share[kind], 0)
