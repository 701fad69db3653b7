import { parseArgs } from 'node:util'
import { auditBench } from './audit.ts'
import { countyBench } from './county.ts'
import { cultivationBench } from './cultivation.ts'
import { greedyBench } from './greedy.ts'
import { importBench } from './import.ts'
import { overviewBench } from './overview.ts'
import { peersBench } from './peers.ts'
import { rankBench } from './rank.ts'
import { robustBench } from './robust.ts'
import { searchBench } from './search.ts'
import { signInBench } from './sign-in.ts'
import { townshipBench } from './township.ts'
import { villageBench } from './village.ts'
import { whyNotBench } from './why-not.ts'
import { workflowBench } from './workflow.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    /** Portraits of `search`. */
    n: { type: 'string', default: '1000000' },
    /** People of `import`. */
    rows: { type: 'string', default: '100000' },
    /** Problems of each kind of `peers` and `greedy`; as many as fit half an hour when left out. */
    seeds: { type: 'string' },
    /** Size of `county`. */
    villages: { type: 'string', default: '100' },
    people: { type: 'string', default: '5000' },
  },
})

const seeds = values.seeds === undefined ? null : Number(values.seeds)

/** `npm run bench -- NAME [--json] [--n 1000000]`: figures of one bench, with the ratio to a reference of the same run. */
const BENCHES = {
  village: villageBench,
  'why-not': whyNotBench,
  township: townshipBench,
  county: () =>
    countyBench({
      villages: Number(values.villages),
      people: Number(values.people),
      seeds: seeds ?? 5,
    }),
  peers: () => peersBench({ seeds }),
  greedy: () => greedyBench({ seeds }),
  rank: rankBench,
  robust: robustBench,
  audit: auditBench,
  'sign-in': signInBench,
  search: () => searchBench({ n: Number(values.n) }),
  import: () => importBench({ rows: Number(values.rows) }),
  workflow: workflowBench,
  cultivation: cultivationBench,
  overview: overviewBench,
}

const name = positionals[0] ?? ''
if (!(name in BENCHES)) {
  process.stderr.write(`bench: name one of ${Object.keys(BENCHES).join(', ')}\n`)
  process.exitCode = 1
} else {
  const figures = await BENCHES[name as keyof typeof BENCHES]()
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`)
  else process.stdout.write(`${name}\n${JSON.stringify(figures, null, 2)}\n`)
}
