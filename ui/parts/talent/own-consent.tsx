import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { giveConsent, withdrawConsent } from '../../people.ts'
import type { OwnRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { StateWord } from '../mark.tsx'
import { DialogForm } from './dialog-form.tsx'

/** Whether the person agreed, what follows from it, and the way to the other; the notice stands below. */
export function OwnConsent(props: { own: OwnRecord }) {
  const [act, setAct] = createSignal<'give' | 'withdraw' | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const withdraw = useAction(withdrawConsent)
  const close = () => setAct(null)
  const has = () => props.own.consent === 'given'
  return (
    <section class="card" aria-labelledby="consent">
      <div class="card-head">
        <h2 id="consent">{t().record.consent}</h2>
      </div>
      <div class="card-body stack">
        <Done text={said()} />
        <div class="statement">
          <div>
            <p class="medium">
              <StateWord state={STATES[props.own.consent ?? 'unknown']}>
                {consentWords(props.own.consent).title}
              </StateWord>
            </p>
            <p class="second">{consentWords(props.own.consent).text}</p>
          </div>
          <Show when={has() || props.own.notice}>
            <button
              type="button"
              class="button paper-hidden"
              onClick={() => {
                setSaid(null)
                setAct(has() ? 'withdraw' : 'give')
              }}
            >
              {has() ? t().record.withdraw : t().record.give}
            </button>
          </Show>
        </div>
        <Basis own={props.own} />
        <NoticeText own={props.own} />
        <History own={props.own} />
      </div>
      <Panel isOpen={act() === 'give'} onClose={close} title={t().record.giveTitle}>
        <Give own={props.own} cancel={close} done={() => tell(t().record.given)} />
      </Panel>
      <Ask
        isOpen={act() === 'withdraw'}
        close={close}
        title={t().record.withdrawTitle}
        verb={t().record.withdrawDo}
        isDangerous
        act={async () => {
          await withdraw()
          tell(t().record.withdrawn)
        }}
      >
        <ul class="bullets">
          <For each={t().record.withdrawEffects}>{(text) => <li>{text}</li>}</For>
        </ul>
      </Ask>
    </section>
  )
  function tell(text: string) {
    setSaid(text)
    close()
  }
}

const STATES = { given: 'met', withdrawn: 'missed', unknown: 'unknown' } as const

function consentWords(consent: OwnRecord['consent']): { title: string; text: string } {
  const words = t().record
  if (consent === 'given') return { title: words.consentGiven, text: words.consentGivenText }
  if (consent === 'withdrawn')
    return { title: words.consentWithdrawn, text: words.consentWithdrawnText }
  return { title: words.consentUnknown, text: words.consentUnknownText }
}

function Basis(props: { own: OwnRecord }) {
  return (
    <p class="second">
      <Show when={props.own.basis}>
        {(basis) => (
          <>
            {t().record.basis}
            {t().colon}
            {t().record.bases[basis()]}
            {t().clause}
          </>
        )}
      </Show>
      {props.own.noticeVersion === null
        ? t().record.noticeUnread
        : t().record.noticeRead(props.own.noticeVersion)}
    </p>
  )
}

/** The notice in force, to be opened; a county without one says so. */
function NoticeText(props: { own: OwnRecord }) {
  return (
    <Show when={props.own.notice} fallback={<p class="hint">{t().record.noNotice}</p>}>
      {(notice) => (
        <details class="notice-text">
          <summary>{t().record.notice(notice().version)}</summary>
          <p class="reading">{say(notice())}</p>
        </details>
      )}
    </Show>
  )
}

function History(props: { own: OwnRecord }) {
  return (
    <Show when={props.own.consents.length > 0}>
      <h3>{t().record.history}</h3>
      <ul class="lines">
        <For each={props.own.consents}>
          {(consent) => (
            <li>
              {dayAndTime(consent.at)} <span class="medium">{t().record.acts[consent.act]}</span>{' '}
              <span class="hint">{t().record.channels[consent.channel]}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Give(props: { own: OwnRecord; done: () => void; cancel: () => void }) {
  const give = useAction(giveConsent)
  const sending = createSending(async () => {
    await give(props.own.notice?.version ?? 0)
    props.done()
  })
  return (
    <DialogForm
      sending={sending}
      verb={t().record.giveDo}
      busy={t().record.giving}
      submit={() => void sending.start()}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().record.giveText}</p>
      <Show when={props.own.notice}>
        {(notice) => (
          <section aria-label={t().record.notice(notice().version)}>
            <h3>{t().record.notice(notice().version)}</h3>
            <p class="reading">{say(notice())}</p>
          </section>
        )}
      </Show>
    </DialogForm>
  )
}
