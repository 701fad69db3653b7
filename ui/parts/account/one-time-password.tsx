import { createSignal, Show } from 'solid-js'
import type { AccountOfList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { holderOf } from './reach.ts'

export type Made = {
  account: AccountOfList
  /** Null where the officer who confirms the account is told it, or the holder keeps the own one. */
  oneTimePassword: string | null
  isNew: boolean
}

/** The one-time password, shown this once, with what is to be done with it. */
export function OneTimePassword(props: { made: Made | null; title?: string; close: () => void }) {
  const [copied, setCopied] = createSignal<'no' | 'yes' | 'failed'>('no')
  async function copy(text: string) {
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(isDone ? 'yes' : 'failed')
  }
  const close = () => {
    setCopied('no')
    props.close()
  }
  return (
    <Panel
      isOpen={props.made !== null}
      onClose={close}
      isHeld
      title={props.title ?? (props.made?.isNew ? t().accounts.madeTitle : t().accounts.resetTitle)}
      footer={
        <button type="button" class="button primary push" onClick={close}>
          {t().accounts.done}
        </button>
      }
    >
      <Show when={props.made}>
        {(made) => (
          <div class="form">
            <Show when={made().oneTimePassword}>
              <p class="note weak">
                <Icon name="warning" />
                <span>{t().accounts.once}</span>
              </p>
            </Show>
            <dl class="facts">
              <dt>{t().accounts.name}</dt>
              <dd class="medium">{holderOf(made().account)}</dd>
              <dt>{t().accounts.username}</dt>
              <dd>{made().account.username}</dd>
              <dt>{t().account.oneTime}</dt>
              <dd>
                <Show when={made().oneTimePassword} fallback={t().accounts.toldLater}>
                  <code class="one-time">{made().oneTimePassword}</code>
                </Show>
              </dd>
            </dl>
            <Show when={made().oneTimePassword}>
              {(password) => (
                <button type="button" class="button" onClick={() => void copy(password())}>
                  <Icon name={copied() === 'yes' ? 'check' : 'copy'} />
                  {copied() === 'yes' ? t().accounts.copied : t().accounts.copy}
                </button>
              )}
            </Show>
            <p role="status" class="hint">
              {copied() === 'failed' ? t().accounts.copyFailed : ''}
            </p>
            <p>
              {made().account.state === 'pending'
                ? t().accounts.nextConfirm(holderOf(made().account))
                : t().accounts.nextSignIn(holderOf(made().account))}
            </p>
          </div>
        )}
      </Show>
    </Panel>
  )
}
