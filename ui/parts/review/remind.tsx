import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { remind } from '../../review.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'

/** Reminds whoever has to act for one person. */
export function Remind(props: { nominee: string; say: (text: string) => void }) {
  const reminding = useAction(remind)
  const sending = createSending(async () => {
    props.say(remindedWords(await reminding([props.nominee])))
  })
  return (
    <button
      type="button"
      class="button slim"
      aria-disabled={sending.isBusy()}
      title={sending.problem()?.detail}
      onClick={() =>
        void sending.start().then((it) => it ?? props.say(sending.problem()?.title ?? ''))
      }
    >
      <Icon name="clock" />
      {sending.isBusy() ? t().review.reminding : t().review.remind}
    </button>
  )
}

/** Reminds for everybody of the page who waits for the level below. */
export function RemindAll(props: { nominees: readonly string[]; say: (text: string) => void }) {
  const reminding = useAction(remind)
  const [isAsking, setAsking] = createSignal(false)
  return (
    <Show when={props.nominees.length > 0}>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        <Icon name="clock" />
        {t().review.remindAll(props.nominees.length)}
      </button>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().review.remindAll(props.nominees.length)}
        verb={t().review.remind}
        act={async () => props.say(remindedWords(await reminding([...props.nominees])))}
      >
        <p>{t().review.remindAllText(props.nominees.length)}</p>
      </Ask>
    </Show>
  )
}

function remindedWords({ told, skipped }: { told: number; skipped: readonly unknown[] }): string {
  if (told === 0) return t().review.remindedBefore
  const said = t().review.reminded(told)
  return skipped.length > 0 ? `${said}${t().review.remindSkipped(skipped.length)}` : said
}
