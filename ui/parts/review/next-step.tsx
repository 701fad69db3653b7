import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Nominee } from '../../review.ts'
import { useRoles, useSession } from '../../session.ts'
import type { Own } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import type { Acting } from './acts/act-panel.tsx'
import type { OfficeAct } from './acts/field.ts'
import { ACT_FORMS } from './acts/forms.ts'
import { Remind } from './remind.tsx'

/** What leads on comes first, what ends it stands apart at the edge. */
const LEADING: readonly OfficeAct[] = [
  'pass',
  'inspection',
  'study',
  'publish',
  'end-notice',
  'election',
  'appointment',
  'filing',
  'supplement',
  'reply',
  'sanction',
  'talk',
  'resume',
]
const BESIDE: readonly OfficeAct[] = ['objection', 'ask', 'target']
const ENDING: readonly OfficeAct[] = ['withdraw', 'stop']

/** What is still missing and who mends it, and what this account may sign now. */
export function NextStep(props: {
  nominee: Nominee
  act: (acting: Acting) => void
  say: (text: string) => void
}) {
  const has = useRoles()
  const may = (kinds: readonly OfficeAct[]) =>
    kinds.filter((kind) => props.nominee.may.includes(kind))
  /** A notice that runs is seldom published anew. */
  const isPublished = () => props.nominee.noticeEndsOn !== null
  const leading = () => may(LEADING).filter((kind) => kind !== 'publish' || !isPublished())
  const beside = () => [...may(isPublished() ? ['publish'] : []), ...may(BESIDE)]
  /** Whoever asked may hand it in for those below, yet waits for them as a rule. */
  const isAsking = (kind: OfficeAct) => kind === 'supplement' && isBelow()
  const isOpen = () => props.nominee.state === 'open'
  const isBelow = () =>
    has('county')
      ? ['village', 'township'].includes(props.nominee.waitsFor)
      : has('township') && props.nominee.waitsFor === 'village'
  return (
    <section class="card" aria-labelledby="next-step">
      <div class="card-head">
        <h2 id="next-step">{t().review.nextStep}</h2>
        <Show when={isOpen() && props.nominee.missing.length > 0}>
          <span class="pill weak">
            <Mark state="weak" />
            {t().review.missing(props.nominee.missing.length)}
          </span>
        </Show>
        <Show when={isOpen() && isBelow()}>
          <span class="push">
            <Remind nominee={props.nominee.id} say={props.say} />
          </span>
        </Show>
      </div>
      <div class="card-body next-step">
        <div>
          <Told nominee={props.nominee} canSign={leading().length > 0} />
          <Missing nominee={props.nominee} />
        </div>
        <fieldset class="act-buttons" aria-label={t().review.may}>
          <For each={leading()}>
            {(kind, at) => (
              <ActButton kind={kind} isFirst={at() === 0 && !isAsking(kind)} act={props.act} />
            )}
          </For>
          <For each={beside()}>
            {(kind) => (
              <ActButton kind={kind} isAnew={kind === 'publish' && isPublished()} act={props.act} />
            )}
          </For>
          <For each={may(ENDING)}>{(kind) => <ActButton kind={kind} act={props.act} />}</For>
        </fieldset>
      </div>
    </section>
  )
}

function ActButton(props: {
  kind: OfficeAct
  isFirst?: boolean
  isAnew?: boolean
  act: (acting: Acting) => void
}) {
  return (
    <button
      type="button"
      class="button"
      classList={{
        primary: props.isFirst ?? false,
        danger: ACT_FORMS[props.kind].isDanger ?? false,
      }}
      onClick={() => props.act({ kind: props.kind, given: {} })}
    >
      {props.isAnew ? t().review.publishAnew : t().review.act[props.kind]}
    </button>
  )
}

function Told(props: { nominee: Nominee; canSign: boolean }) {
  const { account } = useSession()
  const text = () => toldOf(props.nominee, props.canSign, account())
  return (
    <>
      <Show when={props.nominee.question}>
        {(what) => (
          <p class="note weak">
            <Icon name="warning" />
            <span>{t().review.asked(what())}</span>
          </p>
        )}
      </Show>
      <Show when={text()}>
        <p class="second">{text()}</p>
      </Show>
      <Show when={props.nominee.missing.some(({ code }) => code === 'objection')}>
        <p class="second">{t().review.objected}</p>
      </Show>
    </>
  )
}

function toldOf(nominee: Nominee, canSign: boolean, { role, signsAs }: Own): string {
  const { round, state, isTalkDue, missing, question } = nominee
  const words = t().review
  if (isTalkDue) return words.talkDue
  if (state !== 'open') return words.ended
  if (round.state === 'closed') return words.closed
  if (canSign) return missing.length > 0 || question ? '' : words.nothingMissing
  const own = missing.filter(({ by }) => by === role)
  const signers = own.flatMap(({ signer }) => signer ?? [])
  if (hasSigned(nominee, signsAs)) return words.signedByYou
  if (signers.length > 0 && !signers.some((it) => it === signsAs)) return words.noSigner
  return own.length > 0 ? '' : words.nothingForYou
}

/** What the account signs as stands at the present stage already; others still lack. */
const hasSigned = ({ path }: Nominee, signsAs: string | null) =>
  path.some(
    ({ state, signers }) => state === 'now' && signers.some(({ id, at }) => id === signsAs && at),
  )

function Missing(props: { nominee: Nominee }) {
  const location = useLocation()
  const here = () => `${location.pathname}${location.search}`
  return (
    <ul class="missing-list">
      <For each={props.nominee.missing}>
        {({ code, words, by }) => (
          <li>
            <Mark state={BARS.includes(code) ? 'missed' : 'weak'} />
            <span>{say(words)}</span>
            <span class="chip">{t().review.by[by]}</span>
            <Show when={code === 'unknown' && props.nominee.maySeePortrait}>
              <A href={`/talents/${props.nominee.talent.id}`} state={{ list: here() }}>
                {t().review.fillIn}
              </A>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

/** What no signature gets past. */
const BARS = ['barred', 'objection', 'upheld']
