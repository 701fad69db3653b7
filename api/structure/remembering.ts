import type { County } from '../candidacies.ts'
import type { Report } from './shown.ts'

/** Reports of the county as it is: it is another object once anything of it changes. */
const reports = new WeakMap<County, Map<string, Report>>()
const MOST = 100

/** Worked out once for each question. */
export async function rememberedReport(
  county: County,
  question: string,
  work: () => Promise<Report>,
): Promise<Report> {
  const own = reports.get(county) ?? new Map<string, Report>()
  reports.set(county, own)
  const known = own.get(question)
  if (known) return known
  const report = await work()
  if (own.size >= MOST) own.delete(own.keys().next().value!)
  own.set(question, report)
  return report
}
