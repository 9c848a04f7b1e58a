import { isScalar, type Node } from 'yaml';
import { entriesOf, mapOf, nodeSpan, repeatedKeys, scalarsOf } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import { parseDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { type ConfigName, type ConfigProblem, NAME_SORTS } from './config';
import { below, type ConfigInput, configSchema, type SettingSchema, settingSchema } from './config-schema';

/** One file of settings: what of it fits, what does not, and where its parts stand. */
export interface Layer {
  readonly path: string;
  readonly input: ConfigInput;
  readonly problems: readonly ConfigProblem[];
  /** Names that only the product can judge. */
  readonly names: () => readonly ConfigName[];
  /** The place of a setting; of the file where it does not say it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Omit<ConfigProblem, 'message'>;
}

/** Reads one file. Total: a setting that is wrong is left out, and all others hold. */
export function readLayer(path: string, text: string): Layer {
  const source = new Source(path, text);
  const input = source.valid();
  return {
    path,
    input,
    problems: source.problems,
    names: () => source.names(),
    placeOf: (setting) => source.at(source.find(setting)?.span),
  };
}

type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

/** Faults are taken out one by one; more than this many are no settings file any more. */
const MOST_ROUNDS = 50;

class Source {
  readonly problems: ConfigProblem[] = [];
  private readonly base: number;
  private readonly root: Node | undefined;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.base = text.startsWith('\uFEFF') ? 1 : 0;
    const { documents, problems } = parseYaml(text.slice(this.base), this.base);
    this.root = documents[0]?.contents ?? undefined;
    for (const problem of problems) this.fault(problem.message, problem.span);
    for (const { text: key, span } of repeatedKeys(this.root, text, this.base))
      this.fault(`\`${key}\` stands here a second time, and only this one counts. Remove one.`, span);
    const second = nodeSpan(documents[1]?.contents ?? undefined, text, this.base);
    if (second) this.fault('Settings are one document: nothing below a second `---` is read.', second);
    if (this.root && !mapOf(this.root))
      this.fault(
        `\`${path}\` holds settings as \`key: value\`; this is none.`,
        nodeSpan(this.root, text, this.base) ?? START,
      );
  }

  at(span: Span | undefined): Omit<ConfigProblem, 'message'> {
    const place = span ?? START;
    return { file: this.path, span: place, line: this.text.slice(0, place.start).split('\n').length };
  }

  /** Drops each faulty setting in turn, noting it, until the schema is content. Each round drops at least one. */
  valid(): ConfigInput {
    let current = mapOf(this.root) ? this.plainValue(this.root) : {};
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const result = configSchema.safeParse(current);
      if (result.success) return this.withoutWrongDates(result.data);
      for (const issue of result.error.issues.map(innermost)) {
        for (const path of issuePaths(issue)) {
          const place = this.find(path, issue.code === 'unrecognized_keys');
          this.fault(messageOf(issue, path, place?.text), place?.span ?? START);
          current = without(current, path);
        }
      }
    }
    return {};
  }

  private withoutWrongDates(input: ConfigInput): ConfigInput {
    for (const key of ['decided_on', 'expires_on'] as const) {
      const value = input.certificate?.[key];
      if (value === undefined || parseDate(value) !== undefined) continue;
      const message = `\`${value}\` is no date of the calendar: write it as YYYY-MM-DD. The setting is ignored.`;
      this.fault(message, this.find(['certificate', key])?.span ?? START);
    }
    return input;
  }

  private fault(message: string, span: Span): void {
    this.problems.push({ ...this.at(span), message });
  }

  /** Plain values for the schema: scalars of text stay source text, whole numbers and truth values become such. */
  private plainValue(node: Node | undefined, depth = 0): unknown {
    if (depth > 8) return undefined;
    const map = mapOf(node);
    if (map)
      return Object.fromEntries(
        entriesOf(map, this.text, this.base).map((e) => [e.key, this.plainValue(e.value, depth + 1)]),
      );
    return itemsOf(node)?.map((item) => this.plainValue(item, depth + 1)) ?? this.plainScalar(node);
  }

  private plainScalar(node: Node | undefined): unknown {
    const scalar = scalarsOf(node, this.text, this.base)[0];
    if (!scalar || scalar.text === '' || scalar.text === '~' || scalar.text === 'null') return undefined;
    if (!isScalar(node) || node.type !== 'PLAIN') return scalar.text;
    if (scalar.text === 'true' || scalar.text === 'false') return scalar.text === 'true';
    // Framework ids are numbers to YAML (`42001`) and names to us; intervals in months have at most three digits.
    return /^\d{1,3}$/.test(scalar.text) ? Number(scalar.text) : scalar.text;
  }

  /** The place of a setting: its value, or its key where the key is at fault or there is no single value. */
  find(path: readonly PropertyKey[], wantsKey = false): { span: Span; text?: string } | undefined {
    let node = this.root;
    let span = nodeSpan(this.root, this.text, this.base);
    for (const [index, step] of path.entries()) {
      const map = mapOf(node);
      const entry = map && entriesOf(map, this.text, this.base).find((candidate) => candidate.key === String(step));
      const item = typeof step === 'number' ? itemsOf(node)?.[step] : undefined;
      if (!entry && !item) return span && { span };
      node = entry ? entry.value : item;
      const scalar = scalarsOf(node, this.text, this.base)[0];
      const own = index === path.length - 1 && !wantsKey && scalar && scalar.text !== '' && !mapOf(node);
      span = own ? scalar.span : (entry?.keySpan ?? nodeSpan(item, this.text, this.base) ?? span);
    }
    const scalar = scalarsOf(node, this.text, this.base)[0];
    return span && { span, ...(scalar && !mapOf(node) ? { text: scalar.text } : {}) };
  }

  names(): readonly ConfigName[] {
    return [...this.namesBelow(this.root, [settingSchema()])];
  }

  private *namesBelow(node: Node | undefined, schemas: readonly SettingSchema[]): Iterable<ConfigName> {
    const map = mapOf(node);
    for (const { key, keySpan, value } of map ? entriesOf(map, this.text, this.base) : []) {
      const sort = sortIn(schemas.map((one) => one.hint?.keys));
      if (sort) yield { ...this.at(keySpan), sort, name: key };
      yield* this.namesBelow(
        value,
        schemas.flatMap((one) => below(one, key)),
      );
    }
    for (const item of itemsOf(node) ?? [])
      yield* this.namesBelow(
        item,
        schemas.flatMap((one) => below(one, undefined)),
      );
    const sort = sortIn(schemas.map((one) => one.hint?.value));
    const scalar = isScalar(node) ? scalarsOf(node, this.text, this.base)[0] : undefined;
    if (sort && scalar) yield { ...this.at(scalar.span), sort, name: scalar.text };
  }
}

const START: Span = { start: 0, end: 0 };

const sortIn = (hints: readonly (string | undefined)[]) => NAME_SORTS.find((sort) => hints.includes(sort));

/** The members of a list. The parser types them loosely. */
const itemsOf = (node: Node | undefined): readonly Node[] | undefined =>
  node && 'items' in node && Array.isArray(node.items) && !mapOf(node) ? (node.items as Node[]) : undefined;

/** Of the alternatives of a setting the one that was meant: a fault deeper inside says more than that none fits. */
function innermost(issue: Issue & { readonly errors?: readonly (readonly Issue[])[] }): Issue {
  const deeper = (issue.errors ?? [])
    .flatMap((one) => one.map(innermost))
    .find((one) => one.path.length > 0 || one.code === 'unrecognized_keys');
  const meant =
    deeper ?? (issue.errors ?? []).flat().find((one) => one.code === 'invalid_value' || one.code === 'invalid_format');
  return meant ? { ...meant, path: [...issue.path, ...meant.path] } : issue;
}

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
    .replace(/expected (?:record|object)/, 'expected `key: value` lines')
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
