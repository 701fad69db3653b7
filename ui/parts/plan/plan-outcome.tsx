import { createSignal, Show } from 'solid-js'
import type { SolvedPlan } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { PlanCostsCard } from '../teams/plan-costs-card.tsx'
import { CertificateCard } from './certificate-card.tsx'
import { ChangesCard } from './changes-card.tsx'
import { DepthCard } from './depth-card.tsx'
import { DraftCard } from './draft-card.tsx'
import { GapList } from './gap-list.tsx'
import type { Known } from './known-plan.tsx'
import { ProofCard } from './proof-card.tsx'
import { Results } from './results.tsx'
import { StructureCard } from './structure-card.tsx'
import { TargetsCard } from './targets-card.tsx'
import { TownshipTable } from './township-table.tsx'

/** A solved plan: what was proven, what changed, then the teams from the whole to the village. */
export function PlanOutcome(props: Known & { solved: SolvedPlan }) {
  const [only, setOnly] = createSignal<string | null>(null)
  const chosen = () => props.townships.find(({ code }) => code === only()) ?? null
  const townshipOf = (village: string) =>
    props.townships.find(({ code }) => village.startsWith(code))?.name
  const isCounty = () => props.townships.length > 0
  const computing = createSending((isLeast: boolean) =>
    props.begin({ ...props.draft.wishes(), ...(isLeast && { basedOn: props.plan.id }) }),
  )
  const results = () => (
    <Results
      solved={props.solved}
      townshipOf={townshipOf}
      only={chosen()}
      showAll={() => setOnly(null)}
      draft={props.draft}
    />
  )
  return (
    <>
      <DraftCard
        draft={props.draft}
        solved={props.solved}
        sending={computing}
        compute={(isLeast) => void computing.start(isLeast)}
      />
      <CertificateCard
        solved={props.solved}
        proof={props.plan.certificate}
        restarted={props.plan.restarted}
      />
      <Show when={props.plan.changes}>
        {(changes) => (
          <ChangesCard
            changes={changes()}
            solved={props.solved}
            before={props.nameOf(changes().basedOn)}
          />
        )}
      </Show>
      <div class="plan-grid">
        <div class="rail">
          <Show when={isCounty()} fallback={results()}>
            <TownshipTable
              solved={props.solved}
              townships={props.townships}
              chosen={only()}
              choose={setOnly}
            />
            <TargetsCard targets={props.solved.plan.targets} scope={props.scope} />
          </Show>
        </div>
        <div class="rail">
          <StructureCard
            before={props.solved.plan.before}
            after={props.solved.plan.after}
            targets={props.solved.plan.targets}
            villages={props.solved.villages.length}
          />
          <Show when={!isCounty()}>
            <TargetsCard targets={props.solved.plan.targets} scope={props.scope} />
          </Show>
          <Show
            when={props.plan.certificate}
            fallback={<p class="hint">{t().planning.proof.earlier}</p>}
          >
            {(proof) => (
              <ProofCard
                plan={props.plan}
                proof={proof()}
                nameOf={props.nameOf}
                repeat={() => props.begin({ repeats: props.plan.id })}
              />
            )}
          </Show>
        </div>
      </div>
      <DepthCard plan={props.plan.id} />
      <GapList plan={props.plan.id} />
      <Show when={isCounty()}>{results()}</Show>
      <PlanCostsCard plan={props.plan.id} />
    </>
  )
}
