/** The solver broke off: it ran out of memory, aborted, or took far too long. */
export class Broken extends Error {}
/** The caller asked for the end, or is gone. */
export class Cancelled extends Error {}
