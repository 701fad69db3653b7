import { createAsync, revalidate, useLocation } from '@solidjs/router'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { useRoles } from '../../session.ts'
import { messagesOf, toDoCounts } from '../../to-do.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'
import { MessageList, ReadAll } from './messages.tsx'

/** Roles that are ever told anything. */
const TOLD = ['county', 'township', 'village', 'mentor', 'reviewer', 'talent'] as const
const HAS_TO_DO = TOLD

/** How much waits and how many messages are new; asked again with every page, never by a clock, or no session ended. */
export function createCounts() {
  const has = useRoles()
  const location = useLocation()
  const counts = createAsync(
    async () => (has(...HAS_TO_DO) ? toDoCounts().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  createEffect(
    on(
      () => location.pathname + location.search,
      () => void revalidate(toDoCounts.key),
      { defer: true },
    ),
  )
  return () => counts.latest
}

/** The bell of the top bar with what was told to the account. */
export function Bell(props: { unread: number | undefined }) {
  const has = useRoles()
  const [isOpen, setOpen] = createSignal(false)
  const own = createAsync(
    async () => (has('talent') ? messagesOf().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  const unread = () => props.unread ?? own.latest?.unread ?? 0
  return (
    <Show when={has(...TOLD)}>
      <button
        type="button"
        class="button plain icon-only bell"
        aria-haspopup="dialog"
        aria-label={t().toDo.messages.bell(unread())}
        title={t().toDo.messages.bell(unread())}
        onClick={() => {
          void revalidate(messagesOf.key)
          setOpen(true)
        }}
      >
        <Icon name="bell" />
        <Show when={unread() > 0}>
          <span class="bell-count" aria-hidden="true">
            {unread() > 99 ? '99+' : unread()}
          </span>
        </Show>
      </button>
      <Drawer
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={t().toDo.messages.title}
        hint={t().toDo.messages.latest}
        footer={<ReadAll unread={unread()} />}
      >
        <View rows={4}>
          <MessageList close={() => setOpen(false)} />
        </View>
      </Drawer>
    </Show>
  )
}
