import { t } from '../../words/index.ts'

/** 2026 年第四季度, or 2026 年度. */
export function periodName(period: string): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter ? t().checks.quarter(year, Number(quarter)) : t().conclusions.year(year)
}
