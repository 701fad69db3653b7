import { For } from 'solid-js'
import { whole } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.accounts

export function AccountsCard(props: { accounts: SystemState['accounts'] }) {
  const lines = () => {
    const { active, pending, locked, mustChange, noFactor, never, closed } = props.accounts
    return [
      ...([
        ['active', active],
        ['pending', pending],
        ['locked', locked],
      ] as const),
      ...([
        ['must-change', mustChange],
        ['no-factor', noFactor],
      ] as const),
      ...([
        ['never', never],
        ['closed', closed],
      ] as const),
    ]
  }
  return (
    <FactCard id="accounts" title={w().title} link={{ href: '/accounts', text: w().all }}>
      <For each={lines()}>
        {([state, count]) => (
          <Fact name={w()[state]} href={count > 0 ? `/accounts?state=${state}` : undefined}>
            {whole(count)}
          </Fact>
        )}
      </For>
    </FactCard>
  )
}
