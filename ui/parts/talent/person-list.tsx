import { A, useLocation, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { briefName, personName, placeName } from '../../names.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { factsOf } from '../person-line.tsx'
import { isPhone } from '../phone.ts'

/** People in rows at a desk, as cards on a phone; each opens the portrait, which leads back to the same list. */
export function PersonList(props: { people: Person[]; label: string }) {
  return (
    <Show when={isPhone()} fallback={<PersonTable people={props.people} label={props.label} />}>
      <ul class="person-cards" aria-label={props.label}>
        <For each={props.people}>{(person) => <PersonCard person={person} />}</For>
      </ul>
    </Show>
  )
}

function PersonTable(props: { people: Person[]; label: string }) {
  return (
    <div class="scroll">
      <table class="table people" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t().talents.name}</th>
            <th scope="col">{t().talents.sex}</th>
            <th scope="col" class="number">
              {t().talents.age}
            </th>
            <th scope="col">{t().talents.party}</th>
            <th scope="col">{t().talents.education}</th>
            <th scope="col">{t().talents.home}</th>
            <th scope="col">{t().talents.work}</th>
            <th scope="col">{t().talents.sources}</th>
            <th scope="col">{t().talents.status}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.people}>{(person) => <PersonRow person={person} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function PersonRow(props: { person: Person }) {
  const navigate = useNavigate()
  const leads = useLead(() => props.person.id)
  return (
    <tr
      class="leads"
      onClick={(event) =>
        event.target.closest('a') ?? navigate(leads.href(), { state: leads.state() })
      }
    >
      <th scope="row" class="medium nowrap">
        <A href={leads.href()} state={leads.state()}>
          {personName(props.person.name)}
        </A>
      </th>
      <td>{props.person.sex ? t().sex[props.person.sex] : t().unknown}</td>
      <td class="number">{props.person.age ?? t().unknown}</td>
      <td class="nowrap">
        {props.person.partyStatus ? t().partyStatus[props.person.partyStatus] : t().unknown}
      </td>
      <td class="nowrap">
        {props.person.education ? t().education[props.person.education] : t().unknown}
      </td>
      <td>
        {placeName(props.person.homeVillage.name)}{' '}
        <span class="hint nowrap">{placeName(props.person.homeTownship.name)}</span>
      </td>
      <td class="second">{workOf(props.person) || t().unknown}</td>
      <td>
        <Sources person={props.person} />
      </td>
      <td class="nowrap">{t().talents.statuses[props.person.status]}</td>
    </tr>
  )
}

function PersonCard(props: { person: Person }) {
  const leads = useLead(() => props.person.id)
  return (
    <li>
      <A href={leads.href()} state={leads.state()}>
        <span class="avatar large" aria-hidden="true">
          {props.person.name.charAt(0)}
        </span>
        <span class="person-card-text">
          <span class="medium">{briefName(props.person.name)}</span>{' '}
          <span class="hint">{t().talents.statuses[props.person.status]}</span>
          <span class="hint block">{factsOf(props.person)}</span>
          <span class="hint block">
            {[placeName(props.person.homeVillage.name), workOf(props.person)]
              .filter(Boolean)
              .join(t().separator)}
          </span>
        </span>
        <Icon name="right" />
      </A>
    </li>
  )
}

function Sources(props: { person: Person }) {
  return (
    <span class="chips">
      <For each={props.person.sources} fallback={<span class="chip open">{t().unknown}</span>}>
        {(source) => <span class="chip">{t().source[source]}</span>}
      </For>
    </span>
  )
}

/** The office held, or else the occupation. */
function workOf({ incumbency, occupation, homeVillage }: Person): string {
  if (!incumbency) return occupation ?? ''
  const posts = incumbency.posts.map((post) => t().post[post]).join(t().comma)
  const isAtHome = incumbency.village.code === homeVillage.code
  return isAtHome ? posts : `${placeName(incumbency.village.name)} ${posts}`
}

/** The portrait, with the list and its filter to come back to. */
function useLead(id: () => string) {
  const location = useLocation()
  return {
    href: () => `/talents/${id()}`,
    state: () => ({ list: `${location.pathname}${location.search}` }),
  }
}
