import { writeFileSync } from 'node:fs';

/**
 * The one place that writes. Machine formats go to stdout alone, everything else to stderr. The process ends by itself
 * once everything is written: `process.exit` would cut a pipe short.
 */
export const output = {
  out: (text: string): void => void process.stdout.write(text),
  say: (text: string): void => void process.stderr.write(`${text}\n`),
  file: (path: string, text: string): void => writeFileSync(path, text),
};

/** A reader who has seen enough (`aims check | head`) ends the command quietly. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
