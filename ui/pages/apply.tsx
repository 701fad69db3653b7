import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { handIn, type Open, openRoundsOf } from '../applying.ts'
import { isOfType, type ProblemDetails } from '../client.ts'
import { placeName } from '../names.ts'
import { createSending, type Errors, hasErrors } from '../parts/account/sending.ts'
import { Threshold } from '../parts/account/threshold.tsx'
import { CheckStep } from '../parts/apply/check-step.tsx'
import {
  bodyOf,
  type Draft,
  EMPTY,
  errorsOf,
  FIELDS_OF,
  type Field,
  STEPS,
  type Step,
  stepReached,
} from '../parts/apply/draft.ts'
import { NoticeStep } from '../parts/apply/notice-step.tsx'
import { Receipt, type Received, receivedNow } from '../parts/apply/receipt.tsx'
import { StepBar } from '../parts/apply/step-bar.tsx'
import { WhereStep } from '../parts/apply/where-step.tsx'
import { WhoStep } from '../parts/apply/who-step.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { goTo } from '../parts/talent/edit/error-summary.tsx'
import { Title } from '../parts/title.tsx'
import type { SessionAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** Somebody puts themselves forward, without an account; phone first. */
export function Apply(props: { session: SessionAnswer }) {
  return (
    <Threshold session={props.session} shape="middle">
      <Title text={t().apply.title} />
      <section class="card sign-in-card apply">
        <h1>{t().apply.title}</h1>
        <View rows={6}>
          <WhileOpen />
        </View>
      </section>
    </Threshold>
  )
}

function WhileOpen() {
  const open = createAsync(() => openRoundsOf())
  return (
    <Show when={open()}>
      {(known) => (
        <Switch fallback={<Steps open={known()} />}>
          <Match when={known().rounds.length === 0}>
            <Blank icon="clock" title={t().apply.closed} text={t().apply.closedText}>
              <A class="button" href="/apply/status">
                {t().apply.toStatus}
              </A>
              <A href="/">{t().apply.back}</A>
            </Blank>
          </Match>
          <Match when={known().notice === null}>
            <p class="note missed" role="alert">
              <Icon name="warning" />
              <span>{t().apply.noNotice}</span>
            </p>
          </Match>
        </Switch>
      )}
    </Show>
  )
}

/** The step is in the address, so that the way back of a phone leads to the step before; what is typed is not. */
function Steps(props: { open: Open }) {
  const beginning = (): Draft => ({
    ...EMPTY,
    round: props.open.rounds.length === 1 ? props.open.rounds[0]!.id : '',
  })
  const [draft, setDraft] = createSignal(beginning())
  const [errors, setErrors] = createSignal<Errors<Field>>({})
  const [received, setReceived] = createSignal<Received | null>(null)
  const [search, setSearch] = useSearchParams<{ step?: string }>()
  const [isNoticeNew, setNoticeNew] = createSignal(false)
  /** Nobody is further than what is whole. */
  const step = (): Step => {
    const asked = STEPS.find((one) => one === search.step) ?? 'notice'
    const reached = stepReached(draft())
    return STEPS.indexOf(asked) > STEPS.indexOf(reached) ? reached : asked
  }
  const go = (to: Step) => setSearch({ step: to === 'notice' ? null : to })
  const sending = createSending(async () => {
    const { receipt } = await handIn(bodyOf(draft(), props.open.notice!.version))
    const { round, village } = namesOf(draft(), props.open)
    setReceived(receivedNow({ receipt, round, village }))
    setDraft(beginning())
    setSearch({ step: null }, { replace: true })
  })
  async function send() {
    if (await sending.start()) return
    const problem = sending.problem()
    if (problem && isOfType(problem, 'changed')) await readNoticeAgain()
    else if (problem) mendAt(problem)
  }
  async function readNoticeAgain() {
    sending.clear()
    setNoticeNew(true)
    setDraft({ ...draft(), hasConsented: false })
    await revalidate(openRoundsOf.key)
    go('notice')
  }
  /** To the step of the first field that the server has something against. */
  function mendAt({ errors: found = [] }: ProblemDetails) {
    const fields = found.map(({ pointer }) => pointer.slice(2))
    const first = STEPS.find((one) => FIELDS_OF[one].some((field) => fields.includes(field)))
    if (!first) return
    go(first)
    queueMicrotask(() => goTo(fields[0]!))
  }
  const errorAt = (field: Field) => errors()[field] ?? sending.errorAt(field)
  function set(change: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...change }))
    sending.clear()
    if (hasErrors(errors())) setErrors(errorsOf(step(), draft()))
  }
  function next() {
    const found = errorsOf(step(), draft())
    setErrors(found)
    const first = FIELDS_OF[step()].find((field) => found[field])
    if (first) return goTo(first)
    setNoticeNew(false)
    go(STEPS[STEPS.indexOf(step()) + 1] ?? 'check')
  }
  const back = () => go(STEPS[STEPS.indexOf(step()) - 1] ?? 'notice')
  createEffect(on(step, () => focusHeading(), { defer: true }))
  askBeforeClosing(() => draft().name !== '' && received() === null)
  const given = () => ({ draft: draft(), set, errorAt, next })
  return (
    <Show
      when={received()}
      fallback={
        <>
          <StepBar step={step()} />
          <Switch>
            <Match when={step() === 'notice'}>
              <p class="second">{t().apply.intro(placeName(props.open.county.name))}</p>
              <Show when={isNoticeNew()}>
                <p class="note weak" role="alert">
                  <Icon name="warning" />
                  <span>{t().apply.notice.changed}</span>
                </p>
              </Show>
              <NoticeStep {...given()} notice={props.open.notice!} />
            </Match>
            <Match when={step() === 'who'}>
              <WhoStep {...given()} back={back} />
            </Match>
            <Match when={step() === 'where'}>
              <WhereStep {...given()} open={props.open} back={back} />
            </Match>
            <Match when={step() === 'check'}>
              <CheckStep
                draft={draft()}
                open={props.open}
                problem={sending.problem()}
                isBusy={sending.isBusy()}
                mend={go}
                back={back}
                send={() => void send()}
              />
            </Match>
          </Switch>
          <p class="row wrap sign-in-foot">
            <A href="/apply/status">{t().apply.toStatus}</A>
            <A class="push" href="/">
              {t().apply.back}
            </A>
          </p>
        </>
      }
    >
      {(known) => <Receipt received={known()} again={() => setReceived(null)} />}
    </Show>
  )
}

function namesOf({ round, township, village }: Draft, open: Open) {
  const villages = open.townships.find(({ code }) => code === township)?.villages ?? []
  return {
    round: open.rounds.find(({ id }) => id === round)?.name ?? '',
    village: placeName(villages.find(({ code }) => code === village)?.name ?? ''),
  }
}

/** A new step begins at its heading, for those who read by ear and for a phone that had scrolled down. */
function focusHeading() {
  queueMicrotask(() => {
    window.scrollTo(0, 0)
    document.getElementById('step')?.focus({ preventScroll: true })
  })
}

function askBeforeClosing(isDirty: () => boolean) {
  const ask = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault()
  window.addEventListener('beforeunload', ask)
  onCleanup(() => window.removeEventListener('beforeunload', ask))
}
