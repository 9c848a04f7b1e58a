import { READINESS_VIEWS, type ReadinessNode, type ReadinessView } from '../features/feature';
import { readinessTree, sectionOf } from '../features/readiness-tree/tree';
import type { Aims } from '../model/aims';
import { assess } from '../readiness/assess';
import { numbersLine, numbersOf } from './numbers';
import type { Palette } from './text';
import { visible } from './visible';

export const READINESS_TEXT_VIEWS = ['all', ...READINESS_VIEWS] as const;
export type ReadinessTextView = (typeof READINESS_TEXT_VIEWS)[number];

/** Symbols carry the state, colour only supports. */
const MARKS: Record<ReadinessNode['state'], string> = { done: '✓', partial: '◐', open: '○', excluded: '–', info: '·' };

/** Readiness as people read it in a terminal: the nodes of the tree, or one section of it. */
export function readinessText(name: string, aims: Aims, view: ReadinessTextView, palette: Palette): string {
  const readiness = assess(aims);
  const heading = `${palette.bold(`Readiness of ${visible(name)}`)}  ${numbersLine(numbersOf(readiness))}`;
  const nodes = view === 'all' ? readinessTree(aims, 'clause') : nextAnd(aims, view);
  return [heading, '', ...nodes.flatMap((node) => [...lines(node, 0, palette), ''])].join('\n');
}

/** One view of the tree, below what is to be done next. */
function nextAnd(aims: Aims, view: ReadinessView): readonly ReadinessNode[] {
  const next = readinessTree(aims, view).filter((node) => node.id === 'next');
  return [...next, sectionOf(aims, assess(aims), view)];
}

function lines(node: ReadinessNode, depth: number, palette: Palette): readonly string[] {
  const children = node.children.filter((child) => child.isPlace !== true);
  const below = children.flatMap((child) => lines(child, depth + 1, palette));
  return [depth === 0 ? sectionLine(node, palette) : nodeLine(node, depth, children.length > 0, palette), ...below];
}

const sectionLine = (node: ReadinessNode, palette: Palette): string =>
  `${palette.bold(visible(node.label))}${said(node, palette)}`;

function nodeLine(node: ReadinessNode, depth: number, isGroup: boolean, palette: Palette): string {
  const label = visible(node.label);
  const why = node.why === undefined ? '' : palette.dim(`  ${visible(node.why)}`);
  return `${'  '.repeat(depth)}${MARKS[node.state]} ${isGroup ? palette.bold(label) : label}${said(node, palette)}${why}`;
}

const said = (node: ReadinessNode, palette: Palette): string =>
  node.description === undefined ? '' : palette.dim(`  ${visible(node.description)}`);
