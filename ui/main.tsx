import { Route, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'
import './theme.ts'
import './styles/index.css'
import { Shell } from './parts/shell.tsx'

const Overview = lazy(() => import('./pages/overview.tsx'))
const Township = lazy(() => import('./pages/township.tsx'))
const Village = lazy(() => import('./pages/village.tsx'))
const Plan = lazy(() => import('./pages/plan.tsx'))
const Missing = lazy(() => import('./pages/missing.tsx'))

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
