import { printPlan } from '../plan-printing.ts'
import { defineCommand } from './command.ts'

export const plan = defineCommand(
  {
    options: {
      township: { type: 'string' },
      county: { type: 'string' },
      json: { type: 'boolean' },
      lang: { type: 'string' },
      out: { type: 'string' },
      mps: { type: 'string' },
    },
  },
  printPlan,
)
