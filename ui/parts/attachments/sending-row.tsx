import { Match, Show, Switch } from 'solid-js'
import { wholePercent } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Bar } from '../imports/bar.tsx'
import type { Sending } from './sending.ts'

/** A file on its way with how far it is, or why it was not taken. */
export function SendingRow(props: { sending: Sending; again: () => void }) {
  const name = () => props.sending.file.name
  return (
    <Show when={props.sending.why} fallback={<OnItsWay sending={props.sending} />}>
      {(why) => (
        <li class="paper refused">
          <span class="paper-sign" aria-hidden="true">
            <Icon name="warning" />
          </span>
          <div class="paper-text" role="alert">
            <b>{t().papers.failed(name())}</b>
            <span>{why()}</span>
            <Show when={props.sending.isAgain}>
              <button type="button" class="button slim" onClick={() => props.again()}>
                {t().papers.again}
              </button>
            </Show>
          </div>
          <button
            type="button"
            class="button plain icon-only push"
            aria-label={t().papers.close(name())}
            onClick={() => props.sending.stop()}
          >
            <Icon name="close" />
          </button>
        </li>
      )}
    </Show>
  )
}

function OnItsWay(props: { sending: Sending }) {
  const name = () => props.sending.file.name
  const share = () => props.sending.share
  return (
    <li class="paper">
      <span class="paper-sign" aria-hidden="true">
        <Icon name="upload" />
      </span>
      <div class="paper-text">
        <span class="paper-name">{name()}</span>
        <Bar label={t().papers.sending(name())} share={share() ?? 0} />
        <span class="hint" role="status">
          <Switch fallback={t().papers.sent(wholePercent(share() ?? 0))}>
            <Match when={share() === null}>{t().papers.waiting}</Match>
            <Match when={share() === 1}>{t().papers.checking}</Match>
          </Switch>
        </span>
      </div>
      <button
        type="button"
        class="button plain icon-only push"
        aria-label={t().papers.cancel(name())}
        onClick={() => props.sending.stop()}
      >
        <Icon name="stop" />
      </button>
    </li>
  )
}
