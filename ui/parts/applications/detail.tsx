import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  type ApplicationView,
  applicationOf,
  refuseApplication,
  revealOfApplication,
} from '../../applying.ts'
import { dayAndTime } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { Mark } from '../mark.tsx'
import { ReasonForm } from '../talent/reason-form.tsx'
import { Revealable } from '../talent/revealable.tsx'
import { AcceptForm } from './accept-form.tsx'
import { nameOf } from './list.tsx'

type Typed = NonNullable<ApplicationView['typed']>

/** One application: what was typed, who of the pool it may be, and the two answers. */
export function Detail(props: { id: string; decided: (said: string) => void }) {
  const view = createAsync(() => applicationOf(props.id))
  const [act, setAct] = createSignal<'accept' | 'refuse' | null>(null)
  const close = () => setAct(null)
  return (
    <Show when={view()}>
      {(known) => (
        <div class="nominee">
          <Head view={known()} begin={setAct} />
          <Show when={known().typed}>
            {(typed) => (
              <>
                <Identity view={known()} />
                <TypedFacts view={known()} typed={typed()} />
              </>
            )}
          </Show>
          <Panel
            isOpen={act() === 'accept'}
            onClose={close}
            title={t().apply.inbox.acceptTitle(whose(known()))}
          >
            <AcceptForm
              view={known()}
              cancel={close}
              done={() => props.decided(t().apply.inbox.accepted(whose(known())))}
            />
          </Panel>
          <Panel
            isOpen={act() === 'refuse'}
            onClose={close}
            title={t().apply.inbox.refuseTitle(whose(known()))}
          >
            <Refuse
              view={known()}
              cancel={close}
              done={(name) => props.decided(t().apply.inbox.refused(name))}
            />
          </Panel>
        </div>
      )}
    </Show>
  )
}

const whose = ({ name }: ApplicationView) =>
  name === null ? t().apply.inbox.someone : personName(name)

function Head(props: { view: ApplicationView; begin: (act: 'accept' | 'refuse') => void }) {
  const isOpen = () => props.view.state === 'waiting'
  return (
    <section class="card">
      <div class="card-head">
        <h2>{nameOf(props.view)}</h2>
        <span class="second">{t().apply.inbox.targetOf(placeName(props.view.village.name))}</span>
        <span class="hint push">{t().apply.inbox.handedIn(dayAndTime(props.view.handedInAt))}</span>
      </div>
      <div class="card-body stack">
        <Show when={isOpen()} fallback={<Decided view={props.view} />}>
          <Show when={props.view.sameNumber > 0}>
            <p class="note weak">
              <Icon name="warning" />
              <span>{t().apply.inbox.sameOthers(props.view.sameNumber)}</span>
            </p>
          </Show>
          <Show when={!props.view.typed}>
            <p class="note weak">
              <Icon name="warning" />
              <span>{t().apply.inbox.notKept}</span>
            </p>
          </Show>
          <div class="row wrap">
            <Show when={props.view.typed}>
              <button type="button" class="button primary" onClick={() => props.begin('accept')}>
                {t().apply.inbox.accept}
              </button>
            </Show>
            <button type="button" class="button danger" onClick={() => props.begin('refuse')}>
              {t().apply.inbox.refuse}
            </button>
          </div>
        </Show>
      </div>
    </section>
  )
}

function Decided(props: { view: ApplicationView }) {
  return (
    <>
      <p>
        <span class="pill">{t().apply.inbox.states[props.view.state]}</span>{' '}
        <Show when={props.view.decidedAt}>
          {(at) => <span class="hint">{dayAndTime(at())}</span>}
        </Show>
      </p>
      <Show when={props.view.answer}>
        {(answer) => (
          <p>
            {t().apply.inbox.answered}
            {t().colon}
            {answer()}
          </p>
        )}
      </Show>
      <Show when={props.view.nominee}>
        {(id) => <A href={`/review?nominee=${id()}`}>{t().apply.inbox.nominee}</A>}
      </Show>
    </>
  )
}

/** Whether the pool knows the number, and who of the same name lives there. */
function Identity(props: { view: ApplicationView }) {
  const words = () => t().apply.inbox
  return (
    <section class="card" aria-labelledby="identity">
      <div class="card-head">
        <h2 id="identity">{words().identity}</h2>
      </div>
      <div class="card-body stack">
        <Show
          when={props.view.inPool}
          fallback={
            <p class="row">
              <Mark state="unknown" />
              {words().notInPool}
            </p>
          }
        >
          {(person) => (
            <div>
              <p class="row wrap">
                <Mark state="met" />
                <b>{words().inPool}</b>
                <Person person={person()} />
              </p>
              <p class="hint">{words().inPoolText}</p>
            </div>
          )}
        </Show>
        <Show
          when={props.view.namesakes.length > 0}
          fallback={<p class="hint">{words().noNamesakes}</p>}
        >
          <h3>{words().namesakes}</h3>
          <ul>
            <For each={props.view.namesakes}>
              {(person) => (
                <li class="row wrap">
                  <Person person={person} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </section>
  )
}

type Found = NonNullable<ApplicationView['inPool']>

function Person(props: { person: Found }) {
  const facts = () =>
    [
      props.person.sex ? t().sex[props.person.sex] : t().unknown,
      props.person.bornOn ?? t().unknown,
      placeName(props.person.village.name),
    ].join(t().separator)
  return (
    <>
      <span class="medium">{personName(props.person.name)}</span>
      <span class="hint">{facts()}</span>
      <A class="small" href={`/talents/${props.person.id}`}>
        {t().apply.inbox.open}
      </A>
    </>
  )
}

function TypedFacts(props: { view: ApplicationView; typed: Typed }) {
  const words = () => t().apply.who
  const ask = (field: 'id-number' | 'phone') => (reason: string) =>
    revealOfApplication(props.view.id, field, reason)
  const posts = () =>
    props.typed.posts.map((post) => t().shortlist.postName[post]).join(t().comma) ||
    t().apply.check.poolOnly
  const lines = () => [
    { name: words().sex, text: t().sex[props.typed.sex] },
    { name: words().bornOn, text: props.typed.bornOn },
    {
      name: words().education,
      text: `${t().education[props.typed.education]}${t().separator}${words().educationKinds[props.typed.educationKind]}`,
    },
    { name: words().partyStatus, text: t().partyStatus[props.typed.partyStatus] },
    { name: words().occupation, text: props.typed.occupation },
    { name: t().apply.check.post, text: posts() },
    { name: t().apply.where.reason, text: props.typed.reason },
  ]
  return (
    <section class="card" aria-labelledby="typed">
      <div class="card-head">
        <h2 id="typed">{t().apply.inbox.typed}</h2>
        <span class="hint push">{t().apply.inbox.notice(props.view.noticeVersion)}</span>
      </div>
      <For each={props.view.warnings}>
        {(warning) => (
          <p class="note weak inbox-warning">
            <Icon name="warning" />
            <span>{say(warning)}</span>
          </p>
        )}
      </For>
      <dl class="own-facts">
        <div>
          <dt>{words().phone}</dt>
          <dd>
            <Revealable
              masked={props.typed.phone}
              what={words().phone}
              whose={props.typed.name}
              quick={t().apply.inbox.phoneReasons}
              ask={ask('phone')}
            />
          </dd>
        </div>
        <div>
          <dt>{words().idNumber}</dt>
          <dd>
            <Revealable
              masked={props.typed.idNumber}
              what={words().idNumber}
              whose={props.typed.name}
              quick={t().apply.inbox.phoneReasons}
              ask={ask('id-number')}
            />
          </dd>
        </div>
        <For each={lines()}>
          {({ name, text }) => (
            <div>
              <dt>{name}</dt>
              <dd class="inbox-text">{text}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

function Refuse(props: {
  view: ApplicationView
  done: (name: string) => void
  cancel: () => void
}) {
  const refuse = useAction(refuseApplication)
  const words = () => t().apply.inbox
  return (
    <ReasonForm
      words={{
        ...{ label: words().answer, hint: words().answerHint, need: words().needAnswer },
        ...{ quick: words().quick, quickLabel: words().quickAnswers },
        ...{ verb: words().refuseDo, busy: words().sending },
      }}
      field="answer"
      longest={300}
      isDanger
      send={async (answer) => {
        // Once it is refused nothing is known of it any more.
        const name = whose(props.view)
        await refuse(props.view.id, answer)
        props.done(name)
      }}
      cancel={() => props.cancel()}
    >
      <p class="note">{words().refuseEffect}</p>
    </ReasonForm>
  )
}
