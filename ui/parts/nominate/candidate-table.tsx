import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Candidate } from '../../nominate.ts'
import type { Person } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { FitLine } from '../fit.tsx'
import { SinceQuarter } from '../growth/since.tsx'
import { factsOf } from '../person-line.tsx'

type People = ReadonlyMap<string, Person>

/** Each candidate a column, the fittest who may stand first; each thing to weigh a row. */
export function CandidateTable(props: {
  candidates: Candidate[]
  people: People
  name: string
  round: string
  /** The last day of the last full quarter. */
  since: string
}) {
  const rows = () => t().nominate.candidates.row
  return (
    <div class="scroll">
      <table
        class="table seat-candidates"
        style={widthFor(props.candidates.length)}
        aria-label={t().nominate.candidates.table(props.name)}
      >
        <thead>
          <tr>
            <td />
            <For each={props.candidates}>
              {(one) => <Head candidate={one} person={props.people.get(one.talent)} />}
            </For>
          </tr>
        </thead>
        <tbody>
          <Row
            name={rows().fit}
            candidates={props.candidates}
            cell={(one) => <Fit of={one} since={props.since} />}
          />
          <Row
            name={rows().eligibility}
            candidates={props.candidates}
            cell={(one) => <Eligible of={one} />}
          />
          <Row name={rows().why} candidates={props.candidates} cell={(one) => <Why of={one} />} />
          <Row
            name={rows().nominations}
            candidates={props.candidates}
            cell={(one) => <Nominations of={one} />}
          />
          <Row
            name={rows().posts}
            candidates={props.candidates}
            cell={(one) => one.posts.map((post) => t().shortlist.postName[post]).join(t().comma)}
          />
          <Row
            name={rows().stage}
            candidates={props.candidates}
            cell={(one) => <Stage of={one} round={props.round} />}
          />
        </tbody>
      </table>
    </div>
  )
}

/** A column is wide enough to read, and few do not stretch over the page. */
const widthFor = (columns: number) => ({
  'min-width': `${76 + columns * 208}px`,
  'max-width': `${76 + columns * 340}px`,
})

function Head(props: { candidate: Candidate; person: Person | undefined }) {
  return (
    <th scope="col" classList={{ ended: props.candidate.state !== 'open' }}>
      <div class="compared">
        <span class="avatar" aria-hidden="true">
          {props.person?.name.charAt(0)}
        </span>
        <span>
          <A class="medium" href={`/talents/${props.candidate.talent}`}>
            {personName(props.person?.name ?? t().unknown)}
          </A>
          <Show when={props.person}>
            {(person) => (
              <span class="hint block">
                {[placeName(person().homeVillage.name), factsOf(person())].join(t().separator)}
              </span>
            )}
          </Show>
        </span>
      </div>
    </th>
  )
}

function Row(props: {
  name: string
  candidates: Candidate[]
  cell: (candidate: Candidate) => JSX.Element
}) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <For each={props.candidates}>
        {(one) => <td classList={{ ended: one.state !== 'open' }}>{props.cell(one)}</td>}
      </For>
    </tr>
  )
}

function Fit(props: { of: Candidate; since: string }) {
  const place = () =>
    props.of.place === null
      ? t().nominate.candidates.noPlace
      : t().nominate.candidates.place(props.of.place)
  return (
    <>
      <FitLine fit={props.of} isStacked />
      <span class="hint">{place()}</span>
      <SinceQuarter change={props.of.since} since={props.since} />
    </>
  )
}

function Eligible(props: { of: Candidate }) {
  return (
    <>
      <span class={`chip ${CHIP[props.of.eligibility]}`}>
        {t().eligibility[props.of.eligibility]}
      </span>
      <Show when={props.of.findings.length > 0}>
        <ul class="cell-lines">
          <For each={props.of.findings}>{(one) => <li>{say(one.words)}</li>}</For>
        </ul>
      </Show>
    </>
  )
}
const CHIP = { eligible: '', relaxable: 'weak', unknown: 'open', barred: 'missed' }

function Why(props: { of: Candidate }) {
  return (
    <ul class="cell-lines">
      <For each={props.of.reasons}>{(one) => <li>{say(one)}</li>}</For>
    </ul>
  )
}

function Nominations(props: { of: Candidate }) {
  const words = () => t().nominate
  return (
    <ul class="cell-lines nominated">
      <For each={props.of.nominations} fallback={<li>{words().withdrawn}</li>}>
        {(one) => (
          <li>
            <span class="medium">{words().channelName[one.channel]}</span>
            <span class="hint block">
              {[
                one.channel === 'self' ? words().self : one.nominator,
                ...(one.relation ? [one.relation] : []),
                ...(one.jointNames > 1 ? [words().candidates.joint(one.jointNames)] : []),
                ...(one.isLate ? [words().candidates.late] : []),
              ].join(t().separator)}
            </span>
            <Reason text={one.reason} />
          </li>
        )}
      </For>
    </ul>
  )
}

/** Reasons of a plan are long, and the row above says them too. */
function Reason(props: { text: string }) {
  return (
    <Show when={props.text.length > LONG} fallback={props.text}>
      <details class="long-reason">
        <summary>{t().nominate.reason}</summary>
        {props.text}
      </details>
    </Show>
  )
}
const LONG = 60

function Stage(props: { of: Candidate; round: string }) {
  const text = () => {
    const { state, outcome, stage } = props.of
    if (outcome) return t().review.outcome[outcome]
    if (state !== 'open') return t().review.state[state]
    return stage ? say(stage) : t().nominate.candidates.settled
  }
  return (
    <>
      <span class="block">{text()}</span>
      <A href={`/review?round=${props.round}&nominee=${props.of.nominee}`}>
        {t().nominate.candidates.toFile}
      </A>
    </>
  )
}
