import { createSignal, For, Show } from 'solid-js'
import { duration, gapPercent } from '../../format.ts'
import type { PlanAnswer, PlanProof } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { StateWord } from '../mark.tsx'

/** What the plan was made of, what that proves, and a way to see for oneself. */
export function ProofCard(props: {
  plan: PlanAnswer
  proof: PlanProof
  /** The plan that this one repeats, as it is called on this page. */
  nameOf: (id: string) => string
  repeat: () => Promise<unknown>
}) {
  const again = createSending(() => props.repeat())
  return (
    <section class="card" aria-labelledby="proof">
      <div class="card-head">
        <h2 id="proof">{t().planning.proof.title}</h2>
        <span class="hint">{t().planning.proof.hint}</span>
      </div>
      <div class="card-body spaced">
        <p>{t().planning.proof.proves[props.proof.stopped]}</p>
        <Show when={props.plan.repeat}>
          {(repeat) => (
            <StateWord state={repeat().isSameAnswer ? 'met' : 'weak'}>
              {t().planning.repeat[outcomeOf(repeat())]} {props.nameOf(repeat().of)}
            </StateWord>
          )}
        </Show>
        <dl class="facts proof">
          <For each={factsOf(props.proof)}>
            {([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            )}
          </For>
          <dt>{t().planning.proof.ruleBook}</dt>
          <dd>
            <Digest hash={props.proof.ruleBook} name={t().planning.proof.ruleBook} />
          </dd>
          <dt>{t().planning.proof.question}</dt>
          <dd>
            <Digest hash={props.proof.data.hash} name={t().planning.proof.question} />
          </dd>
        </dl>
        <p class="row wrap desk-only">
          <button
            type="button"
            class="button slim"
            aria-disabled={again.isBusy()}
            onClick={() => void again.start()}
          >
            {t().planning.proof.again}
          </button>
          <span class="hint">{t().planning.proof.againHint}</span>
        </p>
        <Refusal problem={again.problem()} />
      </div>
    </section>
  )
}

/** The first signs are enough to compare by eye; all of them are copied. */
function Digest(props: { hash: string; name: string }) {
  const [isCopied, setCopied] = createSignal(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.hash)
    setCopied(true)
  }
  return (
    <span class="row">
      <code title={props.hash}>{props.hash.slice(0, 16)}</code>
      <button
        type="button"
        class="link-button small"
        aria-label={`${t().planning.proof.copy} ${props.name}`}
        onClick={() => void copy()}
      >
        {isCopied() ? t().planning.proof.copied : t().planning.proof.copy}
      </button>
    </span>
  )
}

function factsOf(proof: PlanProof): [string, string][] {
  const words = t().planning.proof
  const { policyVersion, isDraft, data, program, seed, gap, timeLimitSeconds } = proof
  return [
    [words.policy, isDraft ? words.draftValue(policyVersion) : words.policyValue(policyVersion)],
    [words.data, words.dataValue(data.revision)],
    [words.program, program],
    [words.seed, String(seed)],
    [words.gap, gapPercent(gap)],
    [words.limit, duration(timeLimitSeconds)],
    [words.ended, t().planning.ended[proof.stopped]],
    [words.took, duration(proof.seconds)],
    [words.checked, words.checkedValue],
  ]
}

function outcomeOf({ isSameQuestion, isSameAnswer }: NonNullable<PlanAnswer['repeat']>) {
  if (!isSameQuestion) return 'otherQuestion'
  return isSameAnswer ? 'same' : 'different'
}
