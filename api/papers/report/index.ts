import type { Ask } from '../asking.ts'
import type { Circumstances } from '../circumstances.ts'
import type { Making } from '../runs.ts'
import { fieldsIn, filled } from '../template/fill.ts'
import { dataOf } from './data.ts'
import type { ReportAsked } from './read.ts'
import { reportOf } from './report.ts'
import { REPORT_STEPS } from './steps.ts'

type Given = {
  ask: Ask
  made: Circumstances
  template: () => Promise<Uint8Array>
  tell: (subjects: readonly string[], detail?: Record<string, unknown>) => Promise<void>
}

/** The report of a county or a township as a Word file. It names places, never people. */
export async function* reportBytes(
  given: Given,
  asked: ReportAsked,
  { signal, step }: Making,
): AsyncGenerator<Uint8Array> {
  const report = await reportOf(given, asked, step)
  signal.throwIfAborted()
  step(REPORT_STEPS - 1)
  const template = await given.template()
  const names = new Set((await fieldsIn(template)).map(({ name }) => name))
  const bytes = await filled(template, dataOf(report, names.has('来源序号')))
  signal.throwIfAborted()
  const villages = report.townships.reduce((sum, { villages }) => sum + villages, 0)
  await given.tell([], { township: asked.township, villages, figures: report.figures.size })
  yield bytes
}
