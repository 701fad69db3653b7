import { A, createAsync, useAction } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { instant } from '../../format.ts'
import { useRoles } from '../../session.ts'
import { type Message, messagesOf, readAllMessages, readMessages } from '../../to-do.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Blank } from '../states.tsx'
import { hrefOfNominee } from './links.ts'
import { messageText } from './message-text.ts'

/** What the account was told, the latest first; opening one reads it. */
export function MessageList(props: { close: () => void }) {
  const answer = createAsync(() => messagesOf())
  return (
    <Show when={answer()}>
      {(known) => (
        <Show
          when={known().messages.length > 0}
          fallback={
            <Blank
              icon="bell"
              title={t().toDo.messages.emptyTitle}
              text={t().toDo.messages.emptyText}
            />
          }
        >
          <ul class="messages">
            <For each={known().messages}>
              {(message) => <Line message={message} close={props.close} />}
            </For>
          </ul>
        </Show>
      )}
    </Show>
  )
}

function Line(props: { message: Message; close: () => void }) {
  const has = useRoles()
  const send = useAction(readMessages)
  const reading = createSending(() => send([props.message.id]))
  const href = () => hrefOfNominee(has, props.message.nominee)
  const isNew = () => props.message.readAt === null
  return (
    <li classList={{ unread: isNew() }}>
      <p>
        <Show when={isNew()}>
          <span class="dot" aria-hidden="true" />
          <span class="hidden-text">{t().toDo.messages.unread} </span>
        </Show>
        {messageText(props.message)}
      </p>
      <p class="row wrap">
        <span class="hint">{instant(props.message.at)}</span>
        <span class="push" />
        <Show when={isNew()}>
          <button
            type="button"
            class="link-button small"
            aria-disabled={reading.isBusy()}
            onClick={() => void reading.start()}
          >
            {reading.isBusy() ? t().toDo.messages.reading : t().toDo.messages.read}
          </button>
        </Show>
        <Show when={href()}>
          {(to) => (
            <A
              class="small message-link"
              href={to()}
              onClick={() => {
                if (isNew()) void reading.start()
                props.close()
              }}
            >
              {t().toDo.messages.open}
            </A>
          )}
        </Show>
      </p>
      <Refusal problem={reading.problem()} />
    </li>
  )
}

export function ReadAll(props: { unread: number }) {
  const send = useAction(readAllMessages)
  const reading = createSending(() => send())
  return (
    <>
      <span class="hint">{t().toDo.messages.bell(props.unread)}</span>
      <Refusal problem={reading.problem()} />
      <button
        type="button"
        class="button push"
        disabled={props.unread === 0}
        aria-disabled={reading.isBusy()}
        onClick={() => void reading.start()}
      >
        {reading.isBusy() ? t().toDo.messages.reading : t().toDo.messages.readAll}
      </button>
    </>
  )
}
