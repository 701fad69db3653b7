import { createMemo, createSignal, Show } from 'solid-js'
import { briefName, placeName } from '../../names.ts'
import type { Person, SolvedPlan } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Shorter } from '../gaps/shorter.tsx'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { Blank } from '../states.tsx'
import { rowsOf } from '../village/rows.ts'
import type { Draft } from './draft.ts'
import { causeText, meanFit, type Outcome, outcomesOf, stateText } from './outcomes.ts'
import { TeamDetail } from './team-detail.tsx'

/** One row for each village: met or missed and why, who is proposed, how well they fit. */
export function Results(props: {
  solved: SolvedPlan
  /** Name of a village's township, where there are several. */
  townshipOf: (village: string) => string | undefined
  /** The township whose villages alone are shown, and the way back to all. */
  only: { code: string; name: string } | null
  showAll: () => void
  draft: Draft
}) {
  const [isMissedOnly, setMissedOnly] = createSignal(false)
  const people = createMemo(() => new Map(props.solved.people.map((one) => [one.id, one])))
  const outcomes = createMemo(() => outcomesOf(props.solved))
  const shown = () =>
    outcomes()
      .filter(({ village }) => !props.only || village.code.startsWith(props.only.code))
      .filter(({ state }) => !isMissedOnly() || state !== 'met')
  return (
    <section class="card" aria-labelledby="results">
      <div class="card-head">
        <h2 id="results">{t().plan.results}</h2>
        <span class="hint">{t().plan.resultsHint}</span>
        <Show when={props.only}>
          {(only) => (
            <button type="button" class="button slim" onClick={() => props.showAll()}>
              {t().planning.townships.shown(placeName(only().name))}
              <Icon name="close" />
              <span class="hidden-text">{t().planning.townships.all}</span>
            </button>
          )}
        </Show>
        <button
          type="button"
          class="button slim push"
          aria-pressed={isMissedOnly()}
          onClick={() => setMissedOnly((now) => !now)}
        >
          {t().plan.onlyMissed}
        </button>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Blank icon="plan" title={t().plan.emptyFilter} text={t().plan.emptyFilterText} />
        }
      >
        <div class="scroll">
          <table class="table results" aria-labelledby="results">
            <Columns />
            <Shorter
              items={shown()}
              most={FIRST}
              columns={5}
              more={t().planning.moreVillages}
              isAll={props.only !== null || outcomes().length <= TOWNSHIP}
            >
              {(outcome) => (
                <OutcomeRows
                  outcome={outcome}
                  people={people()}
                  draft={props.draft}
                  township={props.townshipOf(outcome.village.code)}
                />
              )}
            </Shorter>
          </table>
        </div>
      </Show>
    </section>
  )
}

/** Villages of a county that stand open at first; a township's all do. */
const FIRST = 20
const TOWNSHIP = 60

function Columns() {
  return (
    <thead>
      <tr>
        <th scope="col">{t().plan.village}</th>
        <th scope="col">{t().plan.state}</th>
        <th scope="col" class="wide">
          {t().plan.cause}
        </th>
        <th scope="col" class="wide">
          {t().plan.team}
        </th>
        <th scope="col" class="number">
          {t().plan.fit}
        </th>
      </tr>
    </thead>
  )
}

function OutcomeRows(props: {
  outcome: Outcome
  people: Map<string, Person>
  draft: Draft
  township: string | undefined
}) {
  const [isOpen, setOpen] = createSignal(false)
  const name = () => placeName(props.outcome.village.name)
  const names = () =>
    rowsOf(props.outcome.slate).map(({ talent }) =>
      briefName(props.people.get(talent)?.name ?? talent),
    )
  return (
    <>
      <tr classList={{ open: isOpen() }}>
        <th scope="row" class="nowrap">
          <button
            type="button"
            class="expand"
            aria-expanded={isOpen()}
            aria-label={t().plan.expand(name())}
            onClick={() => setOpen((now) => !now)}
          >
            <Icon name={isOpen() ? 'down' : 'right'} />
            {name()}
          </button>
          <Show when={props.township}>
            {(township) => <span class="hint township-name">{placeName(township())}</span>}
          </Show>
        </th>
        <td class="nowrap">
          <StateWord state={props.outcome.state}>{stateText(props.outcome)}</StateWord>
        </td>
        <td class="second small wide">
          <span class="sentence two" title={causeText(props.outcome)}>
            {causeText(props.outcome)}
          </span>
        </td>
        <td class="small wide">
          <span class="sentence two" title={names().join(t().comma)}>
            {names().join(t().comma) || t().dash}
          </span>
        </td>
        <td class="number">{meanFit(props.outcome.slate)}</td>
      </tr>
      <Show when={isOpen()}>
        <tr class="detail">
          <td colspan="5">
            <TeamDetail outcome={props.outcome} people={props.people} draft={props.draft} />
          </td>
        </tr>
      </Show>
    </>
  )
}
