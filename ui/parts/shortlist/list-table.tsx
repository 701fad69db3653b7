import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { ListedPerson, Person, ShortlistAnswer } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { FitLine } from '../fit.tsx'
import { PersonFacts } from '../person-line.tsx'
import { useSelection } from '../pool/selection.ts'
import { GroupMarks } from './group-marks.tsx'
import { placeText } from './words.ts'

/** The list: who, with what fit, as what, and who stands there because of a share. */
export function ListTable(props: { answer: ShortlistAnswer; people: Map<string, Person> }) {
  const isWide = () => props.answer.place.kind !== 'village'
  return (
    <section class="card" aria-labelledby="listed">
      <div class="card-head">
        <h2 id="listed">{t().shortlist.listed}</h2>
        <span class="hint">{t().people(props.answer.listed.length)}</span>
        <Show when={props.answer.listed.length < props.answer.size}>
          <span class="hint">{t().shortlist.fewer(props.answer.size)}</span>
        </Show>
        <span class="hint push paper-hidden">{t().shortlist.compareHint}</span>
      </div>
      <div class="scroll">
        <table class="table shortlist" aria-labelledby="listed">
          <thead>
            <tr>
              <th scope="col" class="number">
                {t().shortlist.place}
              </th>
              <th scope="col">{t().shortlist.person}</th>
              <Show when={isWide()}>
                <th scope="col">{t().shortlist.home}</th>
              </Show>
              <th scope="col">{t().shortlist.fit}</th>
              <th scope="col">{t().shortlist.belongs}</th>
              <th scope="col">{t().shortlist.why}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.answer.listed}>
              {(listed) => (
                <Row
                  listed={listed}
                  answer={props.answer}
                  people={props.people}
                  isWide={isWide()}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row(props: {
  listed: ListedPerson
  answer: ShortlistAnswer
  people: Map<string, Person>
  isWide: boolean
}) {
  const person = () => props.people.get(props.listed.talent)
  const hasComeIn = () =>
    props.answer.exchanges.some(({ cameIn }) => cameIn === props.listed.talent)
  return (
    <tr classList={{ 'came-in': hasComeIn() }}>
      <td class="number place">{props.listed.place}</td>
      <th scope="row" class="who">
        <span class="row">
          <Choose person={person()} />
          <A class="medium" href={`/talents/${props.listed.talent}`}>
            {personName(person()?.name ?? props.listed.talent)}
          </A>
        </span>
        <PersonFacts person={person()} />
      </th>
      <Show when={props.isWide}>
        <td class="home">
          <A href={`/villages/${props.listed.village.code}`}>
            {placeName(props.listed.village.name)}
          </A>
          <span class="hint block">{placeName(person()?.homeTownship.name ?? '')}</span>
        </td>
      </Show>
      <td class="fit-cell">
        <FitLine fit={props.listed} isStacked />
      </td>
      <td class="belongs">
        <GroupMarks groups={props.listed.groups} names={props.answer.groupNames} />
      </td>
      <td class="about">
        <About {...props} />
      </td>
    </tr>
  )
}

function Choose(props: { person: Person | undefined }) {
  const selection = useSelection()
  return (
    <Show when={props.person}>
      {(person) => (
        <input
          type="checkbox"
          class="box paper-hidden"
          aria-label={t().shortlist.choose(personName(person().name))}
          checked={selection.has(person().id)}
          onChange={() => selection.toggle(person())}
        />
      )}
    </Show>
  )
}

function About(props: {
  listed: ListedPerson
  answer: ShortlistAnswer
  people: Map<string, Person>
}) {
  const place = () =>
    placeText(props.listed, props.answer, (id) => personName(props.people.get(id)?.name ?? id))
  const approvals = () =>
    props.listed.findings.flatMap(({ outcome, words, approvedBy }) =>
      outcome === 'relaxable' && approvedBy ? [{ words, level: t().level[approvedBy] }] : [],
    )
  return (
    <>
      <Show when={place()}>
        {(said) => (
          <span class="block">
            <Show when={said().text}>
              <span class="chip accent">{said().text}</span>{' '}
            </Show>
            <span class="small">{said().about}</span>
          </span>
        )}
      </Show>
      <For each={approvals()}>
        {({ words, level }) => (
          <span class="block small">
            <i class="mark weak" aria-hidden="true" /> {t().shortlist.approval(level)}
            {t().colon}
            {say(words)}
          </span>
        )}
      </For>
      <span class="hint block">{brief(props.listed.reasons).map(say).join(t().clause)}</span>
    </>
  )
}

/** The strongest and the weak point: all of them stand in the portrait. */
const brief = <Reason,>(reasons: readonly Reason[]) =>
  reasons.length > 2 ? [reasons[0]!, reasons.at(-1)!] : reasons
