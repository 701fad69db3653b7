import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { Done } from '../parts/account/notices.tsx'
import { createPool, PoolContext } from '../parts/pool/context.ts'
import { FacetColumn } from '../parts/pool/facets.tsx'
import { Mentees } from '../parts/pool/mentees.tsx'
import { PoolHead } from '../parts/pool/pool-head.tsx'
import { Results } from '../parts/pool/results.tsx'
import { SavedSearches } from '../parts/pool/saved-searches.tsx'
import { SearchBox } from '../parts/pool/search-box.tsx'
import { hasRoomForFacets } from '../parts/pool/width.ts'
import { View } from '../parts/states.tsx'
import { useRoles } from '../session.ts'

/** People of the own scope: found, narrowed, compared; for a mentor the first page, and only the mentees. */
export function Talents() {
  const has = useRoles()
  const location = useLocation<{ said?: string }>()
  // After somebody was erased, whose portrait cannot say it any more.
  const said = () => location.state?.said ?? null
  return (
    <View rows={12}>
      <Show when={!has('mentor')} fallback={<Mentees said={said()} />}>
        <Pool said={said()} />
      </Show>
    </View>
  )
}

function Pool(props: { said: string | null }) {
  const pool = createPool()
  return (
    <PoolContext.Provider value={pool}>
      <div class="pool-page">
        <PoolHead />
        <Done text={props.said} />
        <SearchBox />
        <SavedSearches />
        <div class="pool-grid">
          <Show when={hasRoomForFacets()}>
            <FacetColumn />
          </Show>
          <Results hasDrawer={!hasRoomForFacets()} />
        </div>
        <div class="toast">
          <Done text={pool.said()} />
        </div>
      </div>
    </PoolContext.Provider>
  )
}
