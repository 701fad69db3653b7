import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { growthOf } from '../../growth.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { GrowthBody } from './growth-body.tsx'

type Given = {
  talent: string
  /** Counted anew when the person changed. */
  revision?: number | undefined
  /** Leads to the plan; left out where it stands beside. */
  hasLink?: boolean | undefined
}

/** How a person grew, for the seat in the address where the portrait is judged against one. */
export function GrowthCard(props: Given) {
  return (
    <section class="card growth-card" aria-labelledby="growth">
      <div class="card-head">
        <h2 id="growth">{t().growth.title}</h2>
        <span class="hint">{t().growth.hint}</span>
        <Show when={props.hasLink}>
          <A class="push small" href={`/talents/${props.talent}/cultivation`}>
            {t().growth.plan}
          </A>
        </Show>
      </div>
      <div class="card-body">
        <View rows={5}>
          <Known {...props} />
        </View>
      </div>
    </section>
  )
}

function Known(props: Given) {
  const [search] = useSearchParams<{ village?: string; post?: string }>()
  const post = () => POSTS.find((one) => one === search.post)
  const answer = createAsync(() => growthOf(props.talent, search.village, post(), props.revision))
  return <Show when={answer.latest ?? answer()}>{(known) => <GrowthBody growth={known()} />}</Show>
}
