import { For, Show } from 'solid-js'
import type { Open } from '../../applying.ts'
import type { ProblemDetails } from '../../client.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import type { Draft, Step } from './draft.ts'
import { StepForm } from './form.tsx'
import { POSTS_TO_WISH } from './posts.ts'

type Props = {
  draft: Draft
  open: Open
  problem: ProblemDetails | null
  isBusy: boolean
  mend: (step: Step) => void
  back: () => void
  send: () => void
}

/** Everything once more before it is handed in. */
export function CheckStep(props: Props) {
  return (
    <StepForm
      step="check"
      title={t().apply.check.title}
      hint={t().apply.check.hint}
      verb={t().apply.check.send}
      isBusy={props.isBusy}
      back={() => props.back()}
      submit={() => props.send()}
    >
      <Refusal problem={props.problem} />
      <Part
        title={t().apply.who.title}
        lines={whoLines(props.draft)}
        mend={() => props.mend('who')}
      />
      <Part
        title={t().apply.where.title}
        lines={whereLines(props.draft, props.open)}
        mend={() => props.mend('where')}
      />
    </StepForm>
  )
}

type Line = { name: string; text: string }

function Part(props: { title: string; lines: Line[]; mend: () => void }) {
  return (
    <section class="apply-part">
      <div class="row">
        <h3>{props.title}</h3>
        <button
          type="button"
          class="link-button push"
          aria-label={`${t().apply.check.mend}${t().colon}${props.title}`}
          onClick={() => props.mend()}
        >
          {t().apply.check.mend}
        </button>
      </div>
      <dl>
        <For each={props.lines}>
          {({ name, text }) => (
            <Show when={text}>
              <div>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            </Show>
          )}
        </For>
      </dl>
    </section>
  )
}

function whoLines(draft: Draft): Line[] {
  const words = t().apply.who
  const education = of(t().education, draft.education)
  const kind = words.educationKinds[draft.educationKind]
  return [
    { name: words.name, text: draft.name },
    { name: words.idNumber, text: draft.idNumber },
    { name: words.sex, text: of(t().sex, draft.sex) },
    { name: words.bornOn, text: draft.bornOn },
    { name: words.phone, text: draft.phone },
    { name: words.education, text: `${education}${t().separator}${kind}` },
    { name: words.partyStatus, text: of(t().partyStatus, draft.partyStatus) },
    { name: words.occupation, text: draft.occupation },
  ]
}

function whereLines(draft: Draft, open: Open): Line[] {
  const words = t().apply.where
  const township = open.townships.find(({ code }) => code === draft.township)
  const village = township?.villages.find(({ code }) => code === draft.village)
  const chosen = POSTS_TO_WISH.filter((post) => draft.posts.includes(post))
  const posts = chosen.map((post) => t().shortlist.postName[post]).join(t().comma)
  return [
    { name: words.round, text: open.rounds.find(({ id }) => id === draft.round)?.name ?? '' },
    { name: words.township, text: placeName(township?.name ?? '') },
    { name: words.village, text: placeName(village?.name ?? '') },
    { name: t().apply.check.post, text: draft.wish === 'pool' ? t().apply.check.poolOnly : posts },
    { name: words.reason, text: draft.reason },
  ]
}

const of = (words: Record<string, string>, id: string) => words[id] ?? ''
