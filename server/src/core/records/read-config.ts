import type { Node } from 'yaml';
import type { FrameworkId } from '../framework/framework';
import type { Severity } from '../model/finding';
import { entriesOf, mapOf, nodeSpan, scalarsOf } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import { parseDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import { type Config, type ConfigInput, configSchema, DEFAULT_INCLUDE } from './config';

/** A fault of `aims.yaml` at its exact place, as a sentence with what to do. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

const DEFAULT_REVIEW_MONTHS = 12;

export const DEFAULT_CONFIG: Config = {
  roles: [],
  frameworks: ['42001'],
  defaults: [],
  include: DEFAULT_INCLUDE,
  exclude: [],
  kinds: [],
  metadataKeys: new Map(),
  defaultReviewMonths: DEFAULT_REVIEW_MONTHS,
  evidenceMonths: 12,
  reviewMonthsByKind: new Map(),
  certificate: {},
  severities: new Map(),
};

/** Reads `aims.yaml`. Total: what is wrong in it is left out, and `configProblems` names it. */
export const readConfig = (path: string, text: string): Config => readConfigFile(path, text).config;

/** The settings and every fault of the file. A setting that is wrong is left out; all others hold. */
export function readConfigFile(path: string, text: string): ReadConfig {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const { documents, problems } = parseYaml(text.slice(base), base);
  const root = documents[0]?.contents ?? undefined;
  const faults: ConfigProblem[] = [...problems];
  if (root && !mapOf(root)) faults.push(notAMap(root, text, base));
  const value = root && mapOf(root) ? plainValue(root, text, base) : {};
  const checked = withoutFaults(value, root, text, base, faults);
  return { config: toConfig(path, checked), problems: [...faults, ...dateFaults(checked, root, text, base)] };
}

const notAMap = (root: Node, text: string, base: number): ConfigProblem => ({
  message: '`aims.yaml` holds settings as `key: value`; this is none.',
  span: nodeSpan(root, text, base) ?? { start: 0, end: 0 },
});

/** Drops each faulty setting in turn, noting it, until the schema is content. Each round drops at least one. */
function withoutFaults(
  value: unknown,
  root: Node | undefined,
  text: string,
  base: number,
  faults: ConfigProblem[],
): ConfigInput {
  let current = value;
  for (let round = 0; round < 50; round++) {
    const result = configSchema.safeParse(current);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      for (const path of issuePaths(issue)) {
        const place = find(root, path, text, base, issue.code === 'unrecognized_keys');
        faults.push({ message: messageOf(issue, path, place?.text), span: place?.span ?? { start: 0, end: 0 } });
        current = without(current, path.length === 0 ? [] : path);
      }
    }
  }
  return {};
}

type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

/** Unknown keys are reported at the keys themselves. */
function issuePaths(issue: Issue): readonly (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => [...issue.path, key]) : [issue.path];
}

function messageOf(issue: Issue, path: readonly PropertyKey[], written: string | undefined): string {
  const name = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `\`${name}\` is no setting of aims.yaml: remove it or correct its spelling.`;
  const value = written === undefined || written === '' ? '' : ` \`${written}\``;
  return `The value${value} of \`${name}\` does not fit: ${plain(issue.message)}. The setting is ignored.`;
}

const plain = (message: string): string =>
  message
    .replace(/^Invalid (?:input|option): /, '')
    .replace(/"/g, '`')
    .replace(/\.$/, '');

function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== first)
      : value.map((item, index) => (index === first ? without(item, rest) : item));
  }
  if (!(typeof value === 'object' && value !== null)) return undefined;
  const entries = Object.entries(value).filter(([key]) => rest.length > 0 || key !== first);
  return Object.fromEntries(entries.map(([key, item]) => [key, key === first ? without(item, rest) : item]));
}

/** Plain values for the schema: scalars of text stay source text, whole numbers become numbers. */
function plainValue(node: Node | undefined, text: string, base: number, depth = 0): unknown {
  if (depth > 8) return undefined;
  const map = mapOf(node);
  if (map)
    return Object.fromEntries(
      entriesOf(map, text, base).map((e) => [e.key, plainValue(e.value, text, base, depth + 1)]),
    );
  if (node && 'items' in node && Array.isArray(node.items)) {
    return node.items.map((item) => plainValue(item as Node, text, base, depth + 1));
  }
  return plainScalar(node, text, base);
}

function plainScalar(node: Node | undefined, text: string, base: number): unknown {
  const scalar = scalarsOf(node, text, base)[0];
  if (!scalar || scalar.text === '' || scalar.text === '~' || scalar.text === 'null') return undefined;
  // Framework ids are numbers to YAML (`42001`) and names to us; intervals in months have at most three digits.
  return /^\d{1,3}$/.test(scalar.text) ? Number(scalar.text) : scalar.text;
}

/** The place of a setting: its value, or its key where the key is at fault or there is no single value. */
function find(
  root: Node | undefined,
  path: readonly PropertyKey[],
  text: string,
  base: number,
  wantsKey = false,
): { span: Span; text?: string } | undefined {
  let node = root;
  let span = nodeSpan(root, text, base);
  for (const [index, step] of path.entries()) {
    const map = mapOf(node);
    const entry = map && entriesOf(map, text, base).find((candidate) => candidate.key === String(step));
    const item = node && 'items' in node && typeof step === 'number' ? (node.items as Node[])[step] : undefined;
    if (!entry && !item) return span && { span };
    node = entry ? entry.value : item;
    const last = index === path.length - 1;
    const scalar = scalarsOf(node, text, base)[0];
    span =
      last && !wantsKey && scalar && scalar.text !== '' && !mapOf(node)
        ? scalar.span
        : (entry?.keySpan ?? nodeSpan(item, text, base) ?? span);
  }
  const scalar = scalarsOf(node, text, base)[0];
  return span && { span, ...(scalar && !mapOf(node) ? { text: scalar.text } : {}) };
}

function dateFaults(input: ConfigInput, root: Node | undefined, text: string, base: number): ConfigProblem[] {
  return (['decided_on', 'expires_on'] as const).flatMap((key) => {
    const value = input.certificate?.[key];
    if (value === undefined || parseDate(value) !== undefined) return [];
    const place = find(root, ['certificate', key], text, base);
    const message = `\`${value}\` is no date of the calendar: write it as YYYY-MM-DD. The setting is ignored.`;
    return [{ message, span: place?.span ?? { start: 0, end: 0 } }];
  });
}

function toConfig(path: string, input: ConfigInput): Config {
  const decidedOn = parseDate(input.certificate?.decided_on ?? '');
  const expiresOn = parseDate(input.certificate?.expires_on ?? '');
  return {
    path,
    ...(input.organization?.name === undefined ? {} : { organization: input.organization.name }),
    roles: input.organization?.roles ?? [],
    frameworks: input.frameworks ?? DEFAULT_CONFIG.frameworks,
    defaults: defaultsOf(input),
    include: input.include ?? DEFAULT_INCLUDE,
    exclude: input.exclude ?? [],
    kinds: Object.entries(input.kinds ?? {}).map(([glob, kind]) => ({ glob, kind })),
    metadataKeys: metadataKeys(input),
    defaultReviewMonths: input.review?.default_months ?? DEFAULT_REVIEW_MONTHS,
    evidenceMonths: input.review?.evidence_months ?? DEFAULT_CONFIG.evidenceMonths,
    reviewMonthsByKind: new Map(Object.entries(input.review?.kinds ?? {})),
    certificate: {
      ...(decidedOn === undefined ? {} : { decidedOn }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    },
    severities: new Map(Object.entries(input.rules ?? {}) as [string, Severity | 'off'][]),
  };
}

/** The default standard of a bare id, most special folder first as written; one standard for all where only one is in use. */
function defaultsOf(input: ConfigInput): Config['defaults'] {
  const stated = input.default_framework;
  if (typeof stated === 'string') return [{ glob: '**', framework: stated }];
  if (stated !== undefined)
    return Object.entries(stated).map(([glob, framework]) => ({ glob, framework: framework as FrameworkId }));
  const frameworks = input.frameworks ?? DEFAULT_CONFIG.frameworks;
  const only = frameworks.filter((framework) => framework !== '9001');
  return only.length === 1 && only[0] !== undefined ? [{ glob: '**', framework: only[0] }] : [];
}

function metadataKeys(input: ConfigInput): ReadonlyMap<string, string> {
  const pairs = Object.entries(input.metadata ?? {}).flatMap(([field, names]) =>
    [names].flat().map((name): [string, string] => [normalize(name), field]),
  );
  return new Map(pairs);
}
