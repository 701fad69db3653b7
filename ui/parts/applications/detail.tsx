import { A, createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type ApplicationView, applicationOf } from '../../applying.ts'
import { dayAndTime } from '../../format.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { AcceptForm } from './accept-form.tsx'
import { IdentityCard } from './identity-card.tsx'
import { nameOf, whose } from './list.tsx'
import { RefuseForm } from './refuse-form.tsx'
import { TypedCard } from './typed-card.tsx'

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
                <IdentityCard view={known()} />
                <TypedCard view={known()} typed={typed()} />
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
            <RefuseForm
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
