import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { loadHighs } from '../../api/solver/highs.ts'
import type { Peer } from './peer-runs.ts'

const { file, seconds, gap, fit } = workerData as Peer
const startedAt = performance.now()
const highs = await loadHighs()
const model = highs.createModel({ format: 'mps', data: readFileSync(file) })
model.options.set({
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: gap * fit,
  time_limit: Math.max(1, seconds - (performance.now() - startedAt) / 1000),
})
model.run()
const status = model.getModelStatus()
const [end = 'ended'] =
  Object.entries(highs.constants.modelStatus).find(([, code]) => code === status) ?? []
const isFound = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
parentPort?.postMessage({
  best: isFound ? model.getObjectiveValue() : null,
  bound: isFound ? Number(model.info.get('mip_dual_bound')) : null,
  end,
})
