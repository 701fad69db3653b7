import { A } from '@solidjs/router'
import { For, onMount } from 'solid-js'
import { Portal } from 'solid-js/web'
import { dayAndTime } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { CopyButton } from '../talent/copy-button.tsx'

export type Received = { receipt: string; round: string; village: string; at: string }

/** The receipt, once; what was typed is gone from the page by now. */
export function Receipt(props: { received: Received; again: () => void }) {
  let title: HTMLHeadingElement | undefined
  onMount(() => title?.focus())
  return (
    <div class="form">
      <h2 ref={title} tabindex="-1" class="row apply-done">
        <Icon name="check" />
        {t().apply.receipt.title}
      </h2>
      <div class="handed-code">
        <span class="hint">{t().apply.receipt.number}</span>
        <output>{props.received.receipt}</output>
        <span class="hint">
          {t().apply.receipt.where(props.received.round, props.received.village)}
        </span>
        <span class="hint">{t().apply.receipt.at(props.received.at)}</span>
      </div>
      <p class="note weak">
        <Icon name="warning" />
        <span>{t().apply.receipt.keep}</span>
      </p>
      <div class="row wrap">
        <CopyButton text={props.received.receipt} label={t().apply.receipt.copy} />
        <button type="button" class="button slim" onClick={() => window.print()}>
          {t().apply.receipt.print}
        </button>
      </div>
      <section>
        <h3>{t().apply.receipt.next}</h3>
        <ol class="apply-next">
          <For each={t().apply.receipt.steps}>{(text) => <li>{text}</li>}</For>
        </ol>
      </section>
      <p class="hint">{t().apply.receipt.gone}</p>
      <div class="row wrap sign-in-foot">
        <A href="/apply/status">{t().apply.toStatus}</A>
        <button type="button" class="link-button push" onClick={() => props.again()}>
          {t().apply.receipt.done}
        </button>
      </div>
      <Portal>
        <Slip received={props.received} />
      </Portal>
    </div>
  )
}

/** On paper only; no name stands on it, since whoever finds it could withdraw. */
function Slip(props: { received: Received }) {
  return (
    <article class="slip">
      <h1>{t().apply.receipt.slip}</h1>
      <p>{t().apply.receipt.where(props.received.round, props.received.village)}</p>
      <p>{t().apply.receipt.at(props.received.at)}</p>
      <p class="slip-code">
        {t().apply.receipt.number}
        {t().colon}
        <b>{props.received.receipt}</b>
      </p>
      <ol>
        <For each={t().apply.receipt.steps}>{(text) => <li>{text}</li>}</For>
      </ol>
      <p>{t().apply.receipt.address(`${location.origin}/apply/status`)}</p>
      <p>{t().apply.receipt.noVerdict}</p>
    </article>
  )
}

export const receivedNow = (received: Omit<Received, 'at'>): Received => ({
  ...received,
  at: dayAndTime(new Date().toISOString()),
})
