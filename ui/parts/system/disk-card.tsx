import { Show } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { sizeText } from '../attachments/sizes.ts'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.disk
const ENGINES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' }
const GIBIBYTE = 1024 ** 3

export function DiskCard(props: { state: SystemState }) {
  const database = () => props.state.database
  return (
    <FactCard id="disk" title={w().title}>
      <Fact name={w().engine}>
        {ENGINES[database().engine]} {database().version}
      </Fact>
      <Fact name={w().size}>{sizeText(database().bytes)}</Fact>
      <Fact name={w().encrypted}>
        <Show when={database().isEncrypted !== null} fallback={t().unknown}>
          {database().isEncrypted ? w().yes : w().no}
        </Show>
      </Fact>
      <Fact name={w().schema}>
        {w().schemaOf(props.state.schema.applied, props.state.schema.known)}
      </Fact>
      <Fact name={w().lastChange}>{props.state.schema.last ?? t().unknown}</Fact>
      <Fact name={w().keys}>{database().keyVersion}</Fact>
      <Show when={props.state.disk} fallback={<Fact name={w().data}>{t().unknown}</Fact>}>
        {(disk) => (
          <>
            <Fact name={w().data}>
              <Show when={disk().data} fallback={t().unknown}>
                {(room) => roomText(room())}
              </Show>
            </Fact>
            <Fact name={w().backups}>
              <Show when={disk().backups} fallback={w().noFolder}>
                {(room) => roomText(room())}
              </Show>
            </Fact>
          </>
        )}
      </Show>
    </FactCard>
  )
}

function roomText({ free, total }: { free: number; total: number }): string {
  return w().free(bigText(free), bigText(total))
}

const bigText = (bytes: number) =>
  bytes < GIBIBYTE ? sizeText(bytes) : `${oneDecimal(bytes / GIBIBYTE)} GB`
