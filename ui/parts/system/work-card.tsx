import { whole } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.work

export function WorkCard(props: { work: SystemState['work'] }) {
  const imports = () => props.work.imports
  return (
    <FactCard id="work" title={w().title} hint={w().how}>
      <Fact name={w().plans}>{atWork(props.work.plans)}</Fact>
      <Fact name={w().papers}>{atWork(props.work.papers)}</Fact>
      <Fact name={w().imports}>
        {joined([
          imports().running > 0 && w().running(whole(imports().running)),
          imports().waiting > 0 && w().forSomebody(whole(imports().waiting)),
        ])}
      </Fact>
      <Fact name={w().standings}>{standingsText(props.work.standings)}</Fact>
    </FactCard>
  )
}

function atWork({ running, waiting }: { running: number; waiting: number }): string {
  return joined([
    running > 0 && w().running(whole(running)),
    waiting > 0 && w().waiting(whole(waiting)),
  ])
}

function standingsText({ done, total }: { done: number; total: number }): string {
  return total > 0 ? w().villages(whole(done), whole(total)) : w().idle
}

const joined = (parts: (string | false)[]) =>
  parts.filter((part) => part !== false).join(t().clause) || w().idle
