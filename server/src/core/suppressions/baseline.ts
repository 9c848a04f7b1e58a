import type { Node, YAMLMap } from 'yaml';
import type { SourceFile } from '../model/aims';
import { memo } from '../query/memo';
import { identityKey } from '../rules/identity';
import { entriesOf, mapOf, mapsOf, nodeSpan, scalarsOf } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import { parseDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { type Acceptance, type DirectiveFault, isNoReason } from './directive';

/** Findings that are alike in everything but their line, accepted together. */
export interface BaselineEntry {
  /** Path of the file when the baseline was written. */
  readonly file: string;
  readonly rule: string;
  /** As `identityKey` gives it. */
  readonly key: string;
  readonly count: number;
  /** Absent where it cannot be honoured; a fault says why. */
  readonly acceptance?: Acceptance;
  /** What the entry says of itself rather than of all. */
  readonly own: { readonly reason?: string; readonly owner?: string; readonly expires?: string };
  readonly span: Span;
  readonly place: Span;
}

export interface Baseline {
  readonly common: BaselineEntry['own'];
  readonly entries: readonly BaselineEntry[];
  /** By the path of each file when the baseline was written. */
  readonly sketches: ReadonlyMap<string, string>;
  readonly faults: readonly DirectiveFault[];
}

/** Reads `aims.baseline.yaml`. Total: an entry that cannot be honoured is a fault at its place. */
export const baselineOf = memo(({ text }: SourceFile): Baseline => new BaselineReader(text).read());

class BaselineReader {
  private readonly faults: DirectiveFault[] = [];

  constructor(private readonly text: string) {}

  read(): Baseline {
    const { documents, problems } = parseYaml(this.text, 0);
    this.faults.push(...problems);
    const root = documents[0]?.contents ?? undefined;
    const map = mapOf(root);
    if (root && !map) this.fault('A baseline holds `key: value` lines; this is none.', nodeSpan(root, this.text, 0));
    const common = map ? this.statementsOf(map) : {};
    const files = map ? mapOf(this.under(map, 'files')) : undefined;
    const parts = files
      ? entriesOf(files, this.text, 0).flatMap(({ key, value }) => this.file(key, value, common))
      : [];
    return {
      common,
      entries: parts.flatMap((part) => part.entries),
      sketches: new Map(parts.map((part) => [part.file, part.sketch])),
      faults: this.faults,
    };
  }

  private file(file: string, value: Node | undefined, common: BaselineEntry['own']) {
    const map = mapOf(value);
    if (!map) return [];
    const sketch = this.scalar(map, 'lines') ?? '';
    const entries = mapsOf(this.under(map, 'findings')).flatMap((one) => this.entry(file, one, common) ?? []);
    return [{ file, sketch, entries }];
  }

  private entry(file: string, map: YAMLMap, common: BaselineEntry['own']): BaselineEntry | undefined {
    const span = nodeSpan(map, this.text, 0) ?? { start: 0, end: 0 };
    const rule = this.scalar(map, 'rule');
    const text = this.scalar(map, 'text');
    if (rule === undefined || text === undefined) {
      this.fault('An entry needs `rule` and `text`, as `aims baseline` writes them.', span);
      return undefined;
    }
    const own = this.statementsOf(map);
    const place = scalarsOf(this.under(map, 'rule'), this.text, 0)[0]?.span ?? span;
    const acceptance = this.acceptance({ ...common, ...own }, place);
    const heading = this.scalar(map, 'heading') ?? '';
    return {
      file,
      rule,
      key: identityKey({ rule, subject: this.scalar(map, 'subject') ?? '', headings: [heading], text }),
      count: Math.max(1, Number.parseInt(this.scalar(map, 'count') ?? '1', 10) || 1),
      own,
      span,
      place,
      ...(acceptance ? { acceptance } : {}),
    };
  }

  private acceptance(own: BaselineEntry['own'], place: Span): Acceptance | undefined {
    const expires = own.expires === undefined ? undefined : parseDate(own.expires);
    if (own.reason === undefined || isNoReason(own.reason))
      this.fault('Say why this is accepted, here or with `reason` for the whole file: without one it counts.', place);
    else if (own.expires !== undefined && expires === undefined)
      this.fault(`\`${own.expires}\` is no date: write \`expires: YYYY-MM-DD\`. Until then this counts.`, place);
    else
      return {
        reason: own.reason,
        ...(own.owner === undefined ? {} : { owner: own.owner }),
        ...(expires === undefined ? {} : { expires }),
      };
    return undefined;
  }

  private statementsOf(map: YAMLMap): BaselineEntry['own'] {
    const reason = this.scalar(map, 'reason');
    const owner = this.scalar(map, 'owner');
    const expires = this.scalar(map, 'expires');
    return {
      ...(reason === undefined ? {} : { reason }),
      ...(owner === undefined ? {} : { owner }),
      ...(expires === undefined ? {} : { expires }),
    };
  }

  private fault(message: string, span: Span | undefined): void {
    this.faults.push({ message, span: span ?? { start: 0, end: 0 } });
  }

  private under = (map: YAMLMap, key: string): Node | undefined =>
    entriesOf(map, this.text, 0).find((entry) => entry.key === key)?.value;

  private scalar(map: YAMLMap, key: string): string | undefined {
    const text = scalarsOf(this.under(map, key), this.text, 0)[0]?.text;
    return text === undefined || text === '' ? undefined : text;
  }
}
