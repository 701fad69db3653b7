import { Route, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'
import './theme.ts'
import './styles/index.css'
import { Shell } from './parts/shell.tsx'

const Overview = lazy(async () => ({ default: (await import('./pages/overview.tsx')).Overview }))
const Township = lazy(async () => ({ default: (await import('./pages/township.tsx')).Township }))
const Village = lazy(async () => ({ default: (await import('./pages/village.tsx')).Village }))
const Plan = lazy(async () => ({ default: (await import('./pages/plan.tsx')).Plan }))
const Missing = lazy(async () => ({ default: (await import('./pages/missing.tsx')).Missing }))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

render(
  () => (
    <Router root={Shell}>
      <Route path="/" component={Overview} />
      <Route path="/plan" component={Plan} />
      <Route path="/townships/:code" component={Township} />
      <Route path="/townships/:code/plan" component={Plan} />
      <Route path="/villages/:code" component={Village} />
      <Route path="*" component={Missing} />
    </Router>
  ),
  root,
)
