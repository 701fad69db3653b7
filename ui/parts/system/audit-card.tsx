import { Show } from 'solid-js'
import { dayAndTime, whole } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.audit

export function AuditCard(props: { audit: SystemState['audit'] }) {
  return (
    <FactCard id="audit" title={w().title} hint={w().how}>
      <Fact name={w().entries}>{whole(props.audit.entries)}</Fact>
      <Fact name={w().last}>
        <Show when={props.audit.lastAt} fallback={t().none}>
          {(at) => dayAndTime(at())}
        </Show>
      </Fact>
      <Fact name={w().heads}>
        <Show when={props.audit.headsKeptAt} fallback={w().notKept}>
          {(at) => dayAndTime(at())}
        </Show>
      </Fact>
      <Fact name={w().verified}>
        <Show when={props.audit.verified} fallback={w().never}>
          {(verified) => (
            <>
              {dayAndTime(verified().at)}{' '}
              <StateWord state={verified().isWhole ? 'met' : 'missed'}>
                {verified().isWhole ? w().whole : w().broken}
              </StateWord>
            </>
          )}
        </Show>
      </Fact>
    </FactCard>
  )
}
