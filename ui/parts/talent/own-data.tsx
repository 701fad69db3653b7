import { children, createSignal, For, type JSX, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { CorrectedField, OwnRecord } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { educationText } from './facts.tsx'

type Ask = (field: CorrectedField) => void

/** Everything that is held about oneself, in plain words, each with the way to have it corrected. */
export function OwnData(props: { own: OwnRecord; ask: Ask }) {
  return (
    <section class="card" aria-labelledby="data">
      <div class="card-head">
        <h2 id="data">{t().record.data}</h2>
        <span class="hint">{t().record.dataHint}</span>
      </div>
      <dl class="own-facts">
        <Item name={t().corrections.field.name} ask={() => props.ask('name')}>
          {props.own.name}
        </Item>
        <Item name={t().talents.sex}>{props.own.sex && t().sex[props.own.sex]}</Item>
        <Item name={t().corrections.field.bornOn} ask={() => props.ask('bornOn')}>
          {props.own.bornOn}
        </Item>
        <Item name={t().talent.nationality}>
          {props.own.nationality && t().nationality[props.own.nationality]}
        </Item>
        <Item name={t().corrections.field.partyStatus} ask={() => props.ask('partyStatus')}>
          {props.own.partyStatus && t().partyStatus[props.own.partyStatus]}
        </Item>
        <Item name={t().corrections.field.education} ask={() => props.ask('education')}>
          {props.own.education && educationText(props.own)}
        </Item>
        <Item name={t().person.home}>
          {placeName(props.own.homeTownship.name)} {placeName(props.own.homeVillage.name)}
        </Item>
        <Item name={t().corrections.field.occupation} ask={() => props.ask('occupation')}>
          {props.own.occupation}
        </Item>
        <Numbers own={props.own} ask={props.ask} />
        <Standing own={props.own} ask={props.ask} />
      </dl>
    </section>
  )
}

/** On the screen of a shared phone the numbers are covered until asked for; they are one's own, so nothing is sent. */
function Numbers(props: { own: OwnRecord; ask: Ask }) {
  const [isShown, setShown] = createSignal(false)
  const shown = (value: string | null) =>
    value === null || isShown() ? value : value.replace(/^(.{3}).*(.{4})$/, '$1 **** $2')
  return (
    <>
      <Item name={t().talent.field['id-number']}>
        <Show when={props.own.private.idNumber}>
          {(number) => (
            <span class="row wrap">
              <span class="private-value">{shown(number())}</span>
              <button
                type="button"
                class="button slim paper-hidden"
                aria-pressed={isShown()}
                onClick={() => setShown((before) => !before)}
              >
                <Icon name={isShown() ? 'hide' : 'eye'} />
                {isShown() ? t().record.hide : t().record.show}
              </button>
            </span>
          )}
        </Show>
      </Item>
      <Item name={t().talent.field.phone} ask={() => props.ask('phone')}>
        {shown(props.own.private.phone)}
      </Item>
    </>
  )
}

/** What the organisation notes besides the facts of a form. */
function Standing(props: { own: OwnRecord; ask: Ask }) {
  return (
    <>
      <Item name={t().corrections.field.willingness} ask={() => props.ask('willingness')}>
        {props.own.willingness && t().willingness[props.own.willingness]}
      </Item>
      <Show when={props.own.consentedVillages.length > 0}>
        <Item name={t().talent.consentedVillages}>
          {props.own.consentedVillages.map(({ name }) => placeName(name)).join(t().comma)}
        </Item>
      </Show>
      <Item name={t().person.sources}>
        {props.own.sources.map((one) => t().source[one]).join(t().comma) || null}
      </Item>
      <Item name={t().talent.channel}>{t().talent.channels[props.own.channel]}</Item>
      <Item name={t().person.experience}>
        {props.own.experienceYears === null
          ? null
          : t().person.experienceYears(props.own.experienceYears)}
      </Item>
      <Item name={t().record.fit}>
        {props.own.isFit === null ? null : props.own.isFit ? t().yes : t().no}
      </Item>
      <Item name={t().record.outstanding}>
        {props.own.hasOutstandingContribution ? t().yes : t().no}
      </Item>
      <Item name={t().record.newSocialWorker}>
        {props.own.isNewSocialWorker ? t().yes : t().no}
      </Item>
      <Show when={props.own.qualifications.length > 0}>
        <Item name={t().record.qualifications}>
          {props.own.qualifications.map((one) => t().record.qualification[one]).join(t().comma)}
        </Item>
      </Show>
      <Item name={t().record.offices}>
        <For each={props.own.offices} fallback={t().record.noOffices}>
          {({ village, post, tookOfficeOn }) => (
            <span class="block">
              {placeName(village.name)} {postName(post)}{' '}
              <span class="hint">{t().record.since(tookOfficeOn)}</span>
            </span>
          )}
        </For>
      </Item>
      <Show when={props.own.departures.length > 0}>
        <Item name={t().departures.title}>
          <For each={props.own.departures}>
            {({ kind, reason, on }) => (
              <span class="block">
                {t().departures.kinds[kind]}
                {t().colon}
                {reason} <span class="hint">{on}</span>
              </span>
            )}
          </For>
        </Item>
      </Show>
    </>
  )
}

/** Null is not known, and says so. */
function Item(props: { name: string; ask?: () => void; children: JSX.Element }) {
  const given = children(() => props.children)
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <span>
          <Show when={given()} fallback={<span class="chip open">{t().unknown}</span>}>
            {given()}
          </Show>
        </span>
        <Show when={props.ask}>
          {(ask) => (
            <button
              type="button"
              class="link-button small paper-hidden"
              aria-label={t().record.askOf(props.name)}
              onClick={() => ask()()}
            >
              {t().record.ask}
            </button>
          )}
        </Show>
      </dd>
    </div>
  )
}

function postName(post: string): string {
  const known = POSTS.find((one) => one === post)
  const others: Record<string, string> = t().account.supervision
  return known ? t().post[known] : (others[post] ?? post)
}
