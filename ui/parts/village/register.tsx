import { For, Show } from 'solid-js'
import { wholePercent } from '../../format.ts'
import { personName } from '../../names.ts'
import { POSTS, type Village } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { factsOf } from '../person-line.tsx'
import { Blank } from '../states.tsx'

/** What a village's own account reads of it: needs and who is in office; teams are made in the township. */
export function Register(props: { village: Village }) {
  return (
    <div class="village-grid">
      <Incumbents village={props.village} />
      <OwnNeeds village={props.village} />
    </div>
  )
}

function Incumbents(props: { village: Village }) {
  return (
    <section class="card" aria-labelledby="incumbents">
      <div class="card-head">
        <h2 id="incumbents">{t().account.incumbents}</h2>
        <span class="hint">{t().account.incumbentsHint}</span>
      </div>
      <Show
        when={props.village.incumbents.length > 0}
        fallback={
          <Blank
            icon="people"
            title={t().account.noIncumbents}
            text={t().account.noIncumbentsText}
          />
        }
      >
        <div class="scroll">
          <table class="table" aria-labelledby="incumbents">
            <thead>
              <tr>
                <th scope="col">{t().account.name}</th>
                <th scope="col">{t().slate.post}</th>
                <th scope="col">{t().account.about}</th>
                <th scope="col">{t().account.tookOffice}</th>
              </tr>
            </thead>
            <tbody>
              <For each={inOrder(props.village.incumbents)}>
                {({ person, posts, tookOfficeOn }) => (
                  <tr>
                    <th scope="row" class="medium nowrap">
                      {personName(person.name)}
                    </th>
                    <td>
                      {posts.map((post) => postName(props.village.kind, post)).join(t().comma)}
                    </td>
                    <td class="second">{factsOf(person)}</td>
                    <td class="second nowrap">{tookOfficeOn}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}

function OwnNeeds(props: { village: Village }) {
  const needs = () => [...props.village.needs].sort((a, b) => b.weight - a.weight)
  return (
    <section class="card" aria-labelledby="needs">
      <div class="card-head">
        <h2 id="needs">{t().village.needs}</h2>
      </div>
      <div class="card-body">
        <ul class="needs">
          <For each={needs()} fallback={<li class="hint">{t().village.noNeeds}</li>}>
            {(need) => (
              <li>
                <span class="medium">{say(need.words)}</span>
                <b>{wholePercent(need.weight)}</b>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}

type Incumbent = Village['incumbents'][number]

/** The secretary first; each person's posts in the same order. */
function inOrder(incumbents: Incumbent[]): Incumbent[] {
  const placeOf = (post: string) => [...POSTS.map(String), post].indexOf(post)
  const ordered = incumbents.map((one) => ({
    ...one,
    posts: [...one.posts].sort((a, b) => placeOf(a) - placeOf(b)),
  }))
  return ordered.sort((a, b) => placeOf(a.posts[0] ?? '') - placeOf(b.posts[0] ?? ''))
}

/** The supervisory committee is recorded beside the two committees. */
function postName(kind: Village['kind'], post: string): string {
  const names: Record<string, string> = { ...t().postIn[kind], ...t().account.supervision }
  return names[post] ?? post
}
