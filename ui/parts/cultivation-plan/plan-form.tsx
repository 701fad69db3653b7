import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { type CultivationPlan, changePlan } from '../../cultivation-plan.ts'
import type { Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { DialogForm } from '../talent/dialog-form.tsx'
import { PlaceField } from '../talent/edit/place-field.tsx'
import { PostsField } from './posts-field.tsx'
import { SpanFields } from './span-fields.tsx'
import { told } from './stale.ts'

/** For what and how long an active plan is. */
export function PlanForm(props: {
  talent: string
  plan: CultivationPlan
  done: (said: string) => void
  cancel: () => void
}) {
  const [posts, setPosts] = createSignal<Post[]>(props.plan.posts)
  const [village, setVillage] = createSignal(props.plan.village?.code ?? '')
  const [span, setSpan] = createSignal({
    startsOn: props.plan.startsOn,
    endsOn: props.plan.endsOn,
  })
  const [isWrong, setWrong] = createSignal(false)
  const change = useAction(changePlan)
  const words = () => t().cultivationPlan.form
  const sending = createSending(async () => {
    const place = { village: village() || null, posts: posts() }
    await change(props.talent, props.plan, { ...place, ...span() })
    props.done(t().cultivationPlan.said.changed)
  })
  function submit() {
    setWrong(!span().startsOn || span().endsOn <= span().startsOn)
    if (!isWrong()) void sending.start()
  }
  return (
    <DialogForm
      sending={{ problem: () => told(sending.problem()), isBusy: sending.isBusy }}
      fields={['village', 'posts', 'startsOn', 'endsOn']}
      verb={words().save}
      busy={words().saving}
      submit={submit}
      cancel={props.cancel}
    >
      <PostsField posts={posts()} set={setPosts} error={sending.errorAt('posts')} />
      <PlaceField
        label={words().village}
        village={village()}
        error={sending.errorAt('village')}
        set={setVillage}
      />
      <SpanFields
        span={span()}
        set={setSpan}
        error={
          isWrong() ? words().needSpan : (sending.errorAt('endsOn') ?? sending.errorAt('startsOn'))
        }
      />
    </DialogForm>
  )
}
