import pc from 'picocolors';
import { NO_COLOUR, type Palette } from '../core/reports/text';

/** Colours where standard output is a terminal that wants them (NO_COLOR, FORCE_COLOR and --no-color are heard). */
export function paletteFor(wanted: boolean): Palette {
  if (!wanted || !pc.isColorSupported) return NO_COLOUR;
  return { bold: pc.bold, dim: pc.dim, error: pc.red, warning: pc.yellow, info: pc.cyan };
}
