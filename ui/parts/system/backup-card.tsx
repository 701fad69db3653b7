import { Show } from 'solid-js'
import { dayAndTime, whole } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { sizeText } from '../attachments/sizes.ts'
import { Fact, FactCard } from './fact.tsx'

type Backups = NonNullable<SystemState['backups']>

const w = () => t().system.backups

export function BackupCard(props: { backups: SystemState['backups'] }) {
  return (
    <FactCard id="backups" title={w().title} hint={props.backups ? w().how : w().unknown}>
      <Show when={props.backups}>
        {(backups) => (
          <>
            <Show when={backups().isReadable} fallback={<Fact name={w().last}>{t().unknown}</Fact>}>
              <Last last={backups().last} />
            </Show>
            <Show when={backups().unfinishedAt}>
              {(at) => <Fact name={w().unfinished}>{w().unfinishedAt(dayAndTime(at()))}</Fact>}
            </Show>
            <Fact name={w().next}>
              <Show when={backups().next} fallback={w().notScheduled}>
                {(at) => dayAndTime(at())}
              </Show>
            </Fact>
            <Fact name={w().copies}>
              <Show when={backups().isReadable} fallback={t().unknown}>
                {w().copiesOf(whole(backups().copies), whole(backups().keep))}
              </Show>
            </Fact>
            <Fact name={w().folder}>
              <span class="breakable">{backups().folder}</span>
            </Fact>
          </>
        )}
      </Show>
    </FactCard>
  )
}

function Last(props: { last: Backups['last'] }) {
  return (
    <Show when={props.last} fallback={<Fact name={w().last}>{w().none}</Fact>}>
      {(last) => (
        <>
          <Fact name={w().last}>{dayAndTime(last().at)}</Fact>
          <Fact name={w().size}>
            {sizeText(last().bytes)}
            <Show when={last().attachments}>
              {(papers) => `${t().clause}${w().papers(whole(papers()))}`}
            </Show>
          </Fact>
          <Fact name={w().checked}>
            {w().whole}
            {t().clause}
            {last().isEncrypted ? w().encrypted : w().plain}
          </Fact>
        </>
      )}
    </Show>
  )
}
