import { createSignal, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { ImportAnswer, ImportState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Bar } from './bar.tsx'
import { CancelAsk } from './cancel-ask.tsx'
import type { Progress } from './progress.ts'

type Work = keyof ReturnType<typeof t>['imports']['working'] &
  ('reading' | 'checking' | 'writing' | 'undoing')

/** The server works: what it does, how far it is, what that means for the pool, and a way out. */
export function WorkingCard(props: {
  known: ImportAnswer
  work: ImportState
  progress: Progress | null
  isLost: boolean
}) {
  const [isAsking, setAsking] = createSignal(false)
  const words = () => t().imports.working
  // What is heard is newer than what was read: reading goes over into checking.
  const work = () => (props.progress?.state ?? props.work) as Work
  const progress = () => props.progress ?? props.known.progress
  const share = () => {
    const { done, of } = progress() ?? NOTHING
    return of > 0 ? Math.min(1, done / of) : null
  }
  const text = () => {
    const { done, of } = progress() ?? NOTHING
    if (of > 0) return words().of(whole(done), whole(of))
    return done > 0 ? words().done(whole(done)) : ''
  }
  return (
    <section class="card working" aria-labelledby="working">
      <h2 id="working" class="big">
        {words()[work()]}
      </h2>
      <Show when={props.isLost}>
        <p class="note weak" role="alert">
          <Icon name="offline" />
          <span>{words().lost}</span>
        </p>
      </Show>
      <Bar label={words()[work()]} share={share()} />
      <p class="row wrap">
        <span role="status">{text()}</span>
        <span class="hint">{effectOf(work())}</span>
      </p>
      <p class="hint">{words().safe}</p>
      <Show when={work() !== 'undoing'}>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          <Icon name="stop" />
          {work() === 'writing' ? t().imports.stopping.title : t().imports.giving.title}
        </button>
        <CancelAsk
          id={props.known.id}
          isWriting={work() === 'writing'}
          isOpen={isAsking()}
          close={() => setAsking(false)}
        />
      </Show>
    </section>
  )
}

const NOTHING = { done: 0, of: 0 }

function effectOf(work: Work): string {
  const { nothingYet, atOnce, undoingText } = t().imports.working
  if (work === 'writing') return atOnce
  return work === 'undoing' ? undoingText : nothingYet
}
