import { A, createAsync, useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { personName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { ConclusionCard } from '../parts/trial-posts/conclusion-card.tsx'
import { CourseCard } from '../parts/trial-posts/course-card.tsx'
import { EvaluationCard } from '../parts/trial-posts/evaluation-card.tsx'
import { ExperienceCard } from '../parts/trial-posts/experience-card.tsx'
import { postText } from '../parts/trial-posts/say.ts'
import { type TrialPostView, trialPostOf } from '../trial-posts.ts'
import { t } from '../words/index.ts'

/** One trial post: its course, the evaluation, the conclusion. */
export function TrialPost() {
  const params = useParams<{ id: string }>()
  const trial = createAsync(() => trialPostOf(params.id))
  const words = () => t().trialPosts
  return (
    <>
      <nav class="crumbs" aria-label={words().back}>
        <A href="/trial-posts">
          <Icon name="left" />
          {words().back}
        </A>
      </nav>
      <View rows={12}>
        <Show when={trial()}>{(known) => <Known trial={known()} />}</Show>
      </View>
    </>
  )
}

function Known(props: { trial: TrialPostView }) {
  const [said, setSaid] = createSignal<string | null>(null)
  const words = () => t().trialPosts
  const name = () => personName(props.trial.talent.name)
  const given = () => ({ trial: props.trial, say: setSaid })
  return (
    <>
      <Title text={words().of(name(), words().kinds[props.trial.kind])} />
      <div class="page-head">
        <div class="titles">
          <h1>{name()}</h1>
          <p class="hint">{postText(props.trial)}</p>
        </div>
        <span class="row wrap push">
          <span class="chip">{words().states[props.trial.state]}</span>
          <A class="button" href={`/talents/${props.trial.talent.id}`}>
            {words().toPerson}
          </A>
          <A class="button" href={`/talents/${props.trial.talent.id}/cultivation`}>
            {words().toCultivation}
          </A>
        </span>
      </div>
      <Done text={said()} />
      <div class="trial-grid">
        <div class="rail">
          <CourseCard {...given()} />
          <EvaluationCard {...given()} />
        </div>
        <div class="rail">
          <ConclusionCard {...given()} />
          <Show when={props.trial.state === 'concluded'}>
            <ExperienceCard {...given()} />
          </Show>
        </div>
      </div>
    </>
  )
}
