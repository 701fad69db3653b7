/** Overview, townships, figures, the filled template. */
export const REPORT_STEPS = 4
