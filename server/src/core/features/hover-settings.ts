import type { Node } from 'yaml';
import { matcher } from '../document/kinds';
import type { Aims } from '../model/aims';
import type { Hint } from '../records/config-schema';
import { ruleNamed } from '../rules/rules';
import { entriesOf, mapOf, nodeSpan, scalarsOf } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import { type Span, spanContains } from '../text/span';
import { ruleText } from './explain';
import type { Hover } from './feature';
import { kindProse } from './prose';
import { schemasAt, settingText } from './settings';

/** A key or value of the settings, with the keys above it; `undefined` stands for a member of a list. */
interface SettingPlace {
  readonly path: readonly (string | undefined)[];
  readonly text: string;
  readonly isKey: boolean;
  readonly span: Span;
}

/** What a setting is for, and what a name in the settings stands for. */
export function hoverSettings(aims: Aims, path: string, offset: number): Hover | undefined {
  const text = aims.files.get(path)?.text ?? '';
  const root = parseYaml(text, 0).documents[0]?.contents ?? undefined;
  const place = placeAt(root, text, offset, []);
  const parts = place ? [...settingParts(place), ...nameParts(aims, place)] : [];
  return place && parts.length > 0 ? { span: place.span, markdown: parts.join('\n\n') } : undefined;
}

function placeAt(
  node: Node | undefined,
  text: string,
  offset: number,
  path: SettingPlace['path'],
): SettingPlace | undefined {
  const map = mapOf(node);
  if (map) {
    for (const { key, keySpan, value } of entriesOf(map, text, 0)) {
      if (spanContains(keySpan, offset)) return { path: [...path, key], text: key, isKey: true, span: keySpan };
      if (holds(value, text, offset)) return placeAt(value, text, offset, [...path, key]);
    }
    return undefined;
  }
  if (node && 'items' in node && Array.isArray(node.items)) {
    // The parser types the members of a list loosely.
    const item = (node.items as Node[]).find((one) => holds(one, text, offset));
    return item && placeAt(item, text, offset, [...path, undefined]);
  }
  const scalar = scalarsOf(node, text, 0)[0];
  return scalar && spanContains(scalar.span, offset) ? { path, isKey: false, ...scalar } : undefined;
}

const holds = (node: Node | undefined, text: string, offset: number): boolean => {
  const span = nodeSpan(node, text, 0);
  return span !== undefined && spanContains(span, offset);
};

function settingParts({ path, text, isKey }: SettingPlace): readonly string[] {
  const own = isKey ? schemasAt(path).find((one) => one.description !== undefined) : undefined;
  return own ? [settingText(path.map((key) => key ?? '').join('.') || text, own)] : [];
}

function nameParts(aims: Aims, { path, text, isKey }: SettingPlace): readonly string[] {
  const schemas = schemasAt(isKey ? path.slice(0, -1) : path);
  const hints = schemas.map((one) => (isKey ? one.hint?.keys : one.hint?.value));
  const framework = isKey ? undefined : aims.frameworks.get(text);
  return [
    ...(framework && schemas.some((one) => one.enum?.includes(framework.own ? '42001' : text))
      ? [`**${framework.name}**`]
      : []),
    ...new Set(hints.flatMap((hint) => (hint ? partsOf(aims, hint, text) : []))),
  ];
}

function partsOf(aims: Aims, hint: Hint, text: string): readonly string[] {
  switch (hint) {
    case 'rule': {
      const rule = ruleNamed(text);
      const here = aims.config.severities.get(text);
      return rule ? [...ruleText(rule), ...(here === undefined ? [] : [`**Here** ${here}`])] : [];
    }
    case 'kind': {
      const kind = aims.frameworks.get('42001')?.kinds.get(text);
      return kind ? kindProse(kind) : [];
    }
    case 'glob':
      return [matchesOf(aims, text)];
    default:
      return [];
  }
}

/** The files of the AIMS a glob fits: one that fits none is mostly misspelt. */
function matchesOf(aims: Aims, glob: string): string {
  const fits = matcher(glob);
  const files = [...aims.files.keys()].filter((path) => fits(path));
  const some = files.slice(0, 5).map((path) => `\`${path}\``);
  const rest = files.length > some.length ? ` and ${files.length - some.length} more` : '';
  return files.length === 0 ? 'Fits no file that is read.' : `Fits ${some.join(', ')}${rest}.`;
}
