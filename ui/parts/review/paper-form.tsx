import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import type { Nominee } from '../../review.ts'
import { useSession } from '../../session.ts'
import type { Places } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { PrintSheet } from '../print/sheet.tsx'
import { PaperStage } from './paper-stage.tsx'
import { outcomeOf, postsOf, shortDay, today } from './say.ts'

const p = () => t().review.paper

/** Everything that led to where somebody stands, as offices file it: one page, in the order of the procedure. */
export function PaperForm(props: { nominee: Nominee }) {
  const { county } = useSession()
  const places = createAsync<Places | undefined>(() => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const { round, target, talent } = props.nominee
  const place = [county().name, target.township.name, target.village?.name ?? '']
    .filter(Boolean)
    .map(placeName)
    .join(' ')
  return (
    <PrintSheet name={`${p().title}${t().separator}${talent.name}`}>
      <h1>{round.kind === 'reserve' ? p().reserveTitle : p().title}</h1>
      <p class="paper-facts">
        <span>{place}</span>
        <span>{p().filledOn(today())}</span>
        <span>{p().number(props.nominee.id.slice(-12).toUpperCase())}</span>
      </p>
      <table>
        <colgroup>
          <col class="key" />
          <col />
          <col class="key" />
          <col />
          <col class="key" />
          <col />
        </colgroup>
        <tbody>
          <tr>
            <th scope="row">{p().name}</th>
            <td>{talent.name}</td>
            <th scope="row">{p().sex}</th>
            <td>{talent.sex ? t().sex[talent.sex] : t().unknown}</td>
            <th scope="row">{p().born}</th>
            <td>
              {talent.bornOn?.slice(0, 7).replace('-', '.') ?? t().unknown}
              {talent.age === null ? '' : p().age(talent.age)}
            </td>
          </tr>
          <tr>
            <th scope="row">{p().party}</th>
            <td>{talent.partyStatus ? t().partyStatus[talent.partyStatus] : t().unknown}</td>
            <th scope="row">{p().education}</th>
            <td>{talent.education ? t().education[talent.education] : t().unknown}</td>
            <th scope="row">{p().home}</th>
            <td>
              {placeName(talent.homeTownship.name)}
              {placeName(talent.homeVillage.name)}
            </td>
          </tr>
          <tr>
            <th scope="row">{p().work}</th>
            <td colspan={3}>{workOf(props.nominee)}</td>
            <th scope="row">{p().status}</th>
            <td>{t().talents.statuses[talent.status]}</td>
          </tr>
          <tr>
            <th scope="row">{p().village}</th>
            <td colspan={3}>
              {target.village ? placeName(target.village.name) : t().review.poolOnly}
            </td>
            <th scope="row">{p().proposed}</th>
            <td>{postsOf(target.posts)}</td>
          </tr>
          <tr>
            <th scope="row">{p().channel}</th>
            <td colspan={5} class="text">
              <Reasons nominee={props.nominee} />
            </td>
          </tr>
          <For each={props.nominee.path}>
            {(stage) => (
              <tr>
                <th scope="row">{say(stage.words)}</th>
                <td colspan={5} class="text">
                  <PaperStage nominee={props.nominee} stage={stage} />
                </td>
              </tr>
            )}
          </For>
          <tr>
            <th scope="row">{p().result}</th>
            <td colspan={5} class="text">
              {props.nominee.state === 'open'
                ? t().review.empty.noResult
                : outcomeOf(props.nominee)}
            </td>
          </tr>
        </tbody>
      </table>
      <Show when={places.latest}>
        {(known) => <p class="paper-note">{p().foot(known().referenceOn)}</p>}
      </Show>
    </PrintSheet>
  )
}

function Reasons(props: { nominee: Nominee }) {
  const standing = () => props.nominee.nominations.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <For each={standing()} fallback={t().review.empty.noNominations}>
      {({ channel, nominator, jointNames, reason, createdAt }) => (
        <p>
          {[
            `${t().review.channel[channel]}（${shortDay(createdAt)}）`,
            ...(channel === 'self' ? [] : [nominator]),
            ...(jointNames > 1 ? [t().review.jointNames(jointNames)] : []),
          ].join(t().separator)}
          {t().colon}
          {reason || p().none}
        </p>
      )}
    </For>
  )
}

function workOf({ talent: { incumbency, occupation } }: Nominee): string {
  if (!incumbency) return occupation ?? t().unknown
  return `${placeName(incumbency.village.name)}${incumbency.posts.map((post) => t().post[post]).join(t().comma)}`
}
