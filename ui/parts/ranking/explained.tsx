import { Popover } from '@ark-ui/solid/popover'
import { Portal } from 'solid-js/web'
import { whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useRobust } from './robust.ts'

/** What the server draws, while its answer is on the way. */
const SAMPLES = 10_000

/** What the shares mean, in a few sentences, behind a button. */
export function Explained() {
  const robust = useRobust()
  const samples = () => robust.known()?.samples ?? SAMPLES
  return (
    <Popover.Root lazyMount unmountOnExit positioning={{ placement: 'bottom-start' }}>
      <Popover.Trigger class="button plain icon-only slim" aria-label={t().robustness.how}>
        <Icon name="info" />
      </Popover.Trigger>
      <Portal>
        <Popover.Positioner>
          <Popover.Content class="card popover explained" aria-label={t().robustness.how}>
            <Popover.Title class="strong">{t().robustness.how}</Popover.Title>
            <p>{t().robustness.howSampled(whole(samples()))}</p>
            <p>
              {t().robustness.howCounted(whole(samples()), whole(Math.round(samples() * 0.63)))}
            </p>
            <p>{t().robustness.howOpen}</p>
            <p>{t().robustness.howSeed}</p>
            <p class="hint">{t().robustness.howNot}</p>
          </Popover.Content>
        </Popover.Positioner>
      </Portal>
    </Popover.Root>
  )
}
