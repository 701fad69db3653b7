import { Menu } from '@ark-ui/solid/menu'
import { useAction, useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { problemOf } from '../../client.ts'
import { briefName } from '../../names.ts'
import { isShelfInUse, noteLeft } from '../../offline/signs.ts'
import { changeSession, signOut, useSession } from '../../session.ts'
import type { Own } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { createSending } from './sending.ts'

/** Who is signed in, the way to the own account, and the way out. */
export function AccountMenu() {
  const { account } = useSession()
  const navigate = useNavigate()
  const leave = useLeave()
  return (
    <Menu.Root
      positioning={{ placement: 'bottom-end' }}
      onSelect={({ value }) => (value === 'account' ? navigate('/account') : leave())}
    >
      <Menu.Trigger class="button plain who">
        <span class="hidden-text">{t().account.menu(briefName(account().name))}</span>
        <span class="avatar" aria-hidden="true">
          {account().name.charAt(0)}
        </span>
        <span class="desk-only">{whoIs(account())}</span>
        <Icon name="down" />
      </Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content class="card menu">
            <div class="menu-head">
              <p class="strong">{briefName(account().name)}</p>
              <p class="hint">{t().role[account().role]}</p>
              <Show when={account().position}>
                <p class="hint">{account().position}</p>
              </Show>
            </div>
            <Menu.Item value="account">
              <Icon name="person" />
              {t().account.title}
            </Menu.Item>
            <Menu.Item value="leave">
              <Icon name="out" />
              {t().signIn.signOut}
            </Menu.Item>
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  )
}

const whoIs = ({ name, position, role }: Own) =>
  [briefName(name), position ?? t().role[role]].join(t().separator)

/**
 * Signs out and loads the program anew: whoever leaves on purpose leaves neither the address, nor anything in memory or
 * kept on the machine, to the next one.
 */
export function useLeave(): () => void {
  const leave = useAction(signOut)
  const leaving = createSending(async () => {
    if (!isShelfInUse()) await leave()
    else if (await (await import('../../offline/leaving.ts')).mayLeave())
      noteLeft(await isToldBy(leave()))
    else return
    changeSession()
    window.location.replace('/')
  })
  return () => void leaving.start()
}

/** The machine is wiped already; what the server could not hear now it hears at the next start. */
async function isToldBy(leaving: Promise<unknown>): Promise<boolean> {
  try {
    await leaving
    return true
  } catch (error) {
    if (problemOf(error).type === 'network') return false
    throw error
  }
}
