/** Exit codes of the command, stable for scripts. */
export const EXIT = { clean: 0, findings: 1, failed: 2, nothing: 3 } as const;

/** Something that keeps a command from doing its work, as a sentence for the person who typed it. */
export class Failure extends Error {}
