import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Person, Post, RankedTalent, RankingAnswer } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { ContributionBar, CriteriaTable } from '../contribution.tsx'
import { FitLine } from '../fit.tsx'
import { SinceQuarter } from '../growth/since.tsx'
import { Icon } from '../icon.tsx'
import { PersonFacts, PersonLink } from '../person-line.tsx'
import { Explained } from '../ranking/explained.tsx'
import { Standing } from '../ranking/standing.tsx'
import { Blank } from '../states.tsx'
import { useBoard } from './board.ts'

/** Rows shown before the reader asks for all. */
const TOP = 10

/** The ranked people of one post; each row opens to its criteria. */
export function RankingTable(props: { answer: RankingAnswer; post: Post }) {
  const [isAll, setAll] = createSignal(false)
  const ranked = () => props.answer.ranking.ranked
  const shown = () => (isAll() ? ranked() : ranked().slice(0, TOP))
  const changes = createMemo(
    () => new Map(props.answer.changes.map((change) => [change.talent, change])),
  )
  const personOf = (id: string) => props.answer.people.find((person) => person.id === id)
  return (
    <Show
      when={ranked().length > 0}
      fallback={<Blank icon="people" title={t().ranking.none} text={t().ranking.noneText} />}
    >
      <div class="scroll">
        <table class="table ranking" aria-labelledby="ranking">
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden-text">{t().ranking.place}</span>
              </th>
              <th scope="col">{t().ranking.name}</th>
              <th scope="col">{t().slate.fit}</th>
              <th scope="col" class="firm">
                {t().robustness.column} <Explained />
              </th>
              <th scope="col" class="wide">
                {t().ranking.contribution}
              </th>
              <th scope="col">{t().ranking.reason}</th>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(talent, at) => (
                <RankedRow
                  talent={talent}
                  place={at() + 1}
                  isLast={at() + 1 === ranked().length}
                  post={props.post}
                  person={personOf(talent.talent)}
                  since={props.answer.since}
                  change={changes().get(talent.talent)}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="table-foot row wrap">
        <Show when={ranked().length > TOP}>
          <button type="button" class="link-button small" onClick={() => setAll((now) => !now)}>
            {isAll() ? t().ranking.showTop : t().ranking.showAll(ranked().length)}
          </button>
        </Show>
        <Ratio ratio={props.answer.ranking.consistencyRatio} />
      </p>
    </Show>
  )
}

/** Saaty's limit: judgements above 0.1 contradict one another too much. */
function Ratio(props: { ratio: number | null }) {
  return (
    <Show when={props.ratio !== null}>
      <span class="hint push">
        {t().ranking.ratio((props.ratio ?? 0).toFixed(2))}
        {(props.ratio ?? 0) > 0.1 ? t().ranking.ratioBad : t().ranking.ratioGood}
      </span>
    </Show>
  )
}

function RankedRow(props: {
  talent: RankedTalent
  place: number
  isLast: boolean
  post: Post
  person: Person | undefined
  since: string
  change: RankingAnswer['changes'][number] | undefined
}) {
  const board = useBoard()
  const [isOpen, setOpen] = createSignal(false)
  const isSeated = () => {
    const answer = board.answer()
    const seats = answer?.status === 'solved' ? answer.plan.slates[0]?.seats : []
    return seats?.some(({ talent, post }) => talent === props.talent.talent && post === props.post)
  }
  return (
    <>
      <tr>
        <td class="number second place">{props.place}</td>
        <th scope="row" class="person">
          <PersonLink
            id={props.talent.talent}
            person={props.person}
            open={() => board.openPerson(props.talent.talent, props.post)}
          />{' '}
          <Show when={isSeated()}>
            <span class="chip accent">{t().ranking.inSlate}</span>
          </Show>
          <br />
          <PersonFacts person={props.person} />
        </th>
        <td class="nowrap">
          <FitLine fit={props.talent} isStacked />
          <SinceQuarter change={props.change} since={props.since} />
        </td>
        <td>
          <Standing talent={props.talent.talent} isLast={props.isLast} />
        </td>
        <td class="wide">
          <button
            type="button"
            class="contribution-button"
            aria-expanded={isOpen()}
            onClick={() => setOpen((now) => !now)}
          >
            <ContributionBar shares={props.talent.shares} />
            <span class="hint">
              <Icon name="down" /> {t().ranking.criteria}
            </span>
          </button>
        </td>
        <td class="second small">
          <Remarks talent={props.talent} />
        </td>
      </tr>
      <Show when={isOpen()}>
        <tr class="detail">
          <td class="place" />
          <td colspan="5">
            <CriteriaTable shares={props.talent.shares} />
          </td>
        </tr>
      </Show>
    </>
  )
}

function Remarks(props: { talent: RankedTalent }) {
  return (
    <>
      {props.talent.reasons.slice(0, 2).map(say).join(t().clause)}
      <For each={props.talent.findings}>
        {(finding) => (
          <span class="finding">
            <Icon name="info" /> {say(finding.words)}
          </span>
        )}
      </For>
    </>
  )
}
