import { A, createAsync } from '@solidjs/router'
import { createSignal, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js'
import { type AnswerKind, caseOf, type ReviewCase } from '../../cases.ts'
import { isOfType, problemOf } from '../../client.ts'
import { t } from '../../words/index.ts'
import { Blank, Failure, Skeleton } from '../states.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CaseFacts } from './facts.tsx'
import { Earlier, Given } from './given.tsx'
import { waitingOf } from './walk.ts'

type Doing = {
  after: string
  /** `isFirst`: the person waited for it. */
  onDone: (one: ReviewCase, answer: AnswerKind, isFirst: boolean) => void
}

/** One person with the answer: the form while it waits, the answer as given afterwards. */
export function CasePerson(props: { nominee: string } & Doing) {
  return (
    <ErrorBoundary fallback={(error, reset) => <NotThere error={error} reset={reset} />}>
      <Suspense fallback={<Skeleton rows={8} />}>
        <Loaded {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}

function NotThere(props: { error: unknown; reset: () => void }): JSX.Element {
  const problem = () => problemOf(props.error)
  return (
    <Show
      when={isOfType(problem(), 'not-found')}
      fallback={<Failure problem={problem()} retry={props.reset} />}
    >
      <section class="card" role="alert">
        <Blank icon="lock" title={t().cases.ended} text={t().cases.endedText}>
          <A class="button primary" href="/cases">
            {t().cases.back}
          </A>
        </Blank>
      </section>
    </Show>
  )
}

function Loaded(props: { nominee: string } & Doing) {
  const answer = createAsync(() => caseOf(props.nominee))
  const [isAnew, setAnew] = createSignal(false)
  const isOpen = () => answer()?.case.answer === null
  return (
    <Show when={answer()?.case}>
      {(one) => (
        <div class="case-person">
          <CaseFacts one={one()} />
          <Show when={!isOpen()}>
            <Given one={one()} anew={() => setAnew(true)} />
          </Show>
          <Earlier one={one()} />
          <Show when={isOpen() || isAnew()}>
            <Show when={isAnew()}>
              <p class="hint">{t().cases.anewHint}</p>
            </Show>
            <Show when={waitingOf([one()])[0]}>
              {(known) => (
                <AnswerForm
                  one={known()}
                  after={props.after}
                  {...(isAnew() && { cancel: () => setAnew(false) })}
                  onDone={(given) => {
                    const isFirst = !isAnew()
                    setAnew(false)
                    props.onDone(one(), given, isFirst)
                  }}
                />
              )}
            </Show>
          </Show>
        </div>
      )}
    </Show>
  )
}
