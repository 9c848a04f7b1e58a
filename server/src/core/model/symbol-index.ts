import type { RecordName } from '../records/record-type';
import type { Span } from '../text/span';
import type { AimsRecord } from './records';

/** What an id stands for: a document, or a record of a type. */
export type SymbolType = RecordName | 'document';

/** A place where something gets its id. The running example: `id: R-01` in a risk register. */
export interface Declaration {
  readonly id: string;
  readonly type: SymbolType;
  /** What a reader calls it. */
  readonly title?: string;
  readonly file: string;
  /** Of the id. */
  readonly span: Span;
  /** Of the record or the document's metadata. */
  readonly whole: Span;
  readonly record?: AimsRecord;
  /** By its name: others may write `triage bot` for `triage-bot`. */
  readonly byName: boolean;
}

/** Ids are compared without regard to case. The few letters whose other case is longer stay, so that places fit. */
export function keyOf(id: string): string {
  const trimmed = id.trim();
  const lower = trimmed.toLowerCase();
  return lower.length === trimmed.length ? lower : trimmed;
}

export const ID_OF_ONE_WORD = /^[\p{L}\p{N}_-]+$/u;

/** Whether an id is looked for in prose: `R-01` is, `fairness` is a word like others. */
export const isMentionable = (key: string): boolean => key.length >= 3 && /[\d-]/.test(key);

interface Located {
  /** Place of the file in the order of files. */
  readonly order: number;
  readonly declaration: Declaration;
}

type Declared<V> = (view: V) => readonly Declaration[];

/**
 * Declarations by id. After an edit the next index is made from this one: what the old view of a file declared is taken
 * out and what the new one declares is put in, so that an edit costs what changed and a copy of the map.
 */
export class SymbolIndex {
  private constructor(
    private readonly byKey: ReadonlyMap<string, readonly Located[]>,
    /** How many ids of each type there are. */
    private readonly counts: ReadonlyMap<string, number>,
    /** Ids that are more than one word, which a search for words does not find. */
    readonly composite: ReadonlySet<string>,
  ) {}

  static of<V>(views: readonly V[], declared: Declared<V>): SymbolIndex {
    const byKey = new Map<string, Located[]>();
    const counts = new Map<string, number>();
    for (const [order, view] of views.entries())
      for (const declaration of declared(view)) {
        const key = keyOf(declaration.id);
        const list = byKey.get(key);
        if (list) list.push({ order, declaration });
        else byKey.set(key, [{ order, declaration }]);
        counts.set(declaration.type, (counts.get(declaration.type) ?? 0) + 1);
      }
    const composite = new Set<string>();
    for (const key of byKey.keys()) keepComposite(composite, key, byKey);
    return new SymbolIndex(byKey, counts, composite);
  }

  get keys(): Iterable<string> {
    return this.byKey.keys();
  }

  get(key: string): readonly Declaration[] {
    return (this.byKey.get(key) ?? []).map((one) => one.declaration);
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  /** The declarations of all ids that have more than one. */
  shared(): readonly Declaration[] {
    return [...this.byKey.values()].flatMap((list) => (list.length > 1 ? list.map((one) => one.declaration) : []));
  }

  declares(type: string): boolean {
    return (this.counts.get(type) ?? 0) > 0;
  }

  /** Every declaration of a type. */
  declaredAs(type: SymbolType): readonly Declaration[] {
    if (!this.declares(type)) return [];
    return [...this.byKey.values()].flatMap((list) =>
      list.flatMap(({ declaration }) => (declaration.type === type ? [declaration] : [])),
    );
  }

  /** The index of `after`, if it is `before` with the same number of files in the same order. */
  carriedOver<V>(before: readonly V[], after: readonly V[], declared: Declared<V>): SymbolIndex | undefined {
    if (before.length !== after.length) return undefined;
    const changes = after.flatMap((view, order) => {
      const old = before[order];
      return old === view || old === undefined ? [] : [{ order, before: declared(old), after: declared(view) }];
    });
    return changes.length > after.length / 4 ? undefined : this.with(changes);
  }

  private with(
    changes: readonly {
      readonly order: number;
      readonly before: readonly Declaration[];
      readonly after: readonly Declaration[];
    }[],
  ): SymbolIndex {
    if (changes.every(({ before, after }) => before.length === 0 && after.length === 0)) return this;
    const byKey = new Map(this.byKey);
    const counts = new Map(this.counts);
    const composite = new Set(this.composite);
    for (const { order, before, after } of changes) {
      for (const one of before) {
        const left = (byKey.get(keyOf(one.id)) ?? []).filter((located) => located.order !== order);
        if (left.length > 0) byKey.set(keyOf(one.id), left);
        else byKey.delete(keyOf(one.id));
        counts.set(one.type, (counts.get(one.type) ?? 0) - 1);
      }
      for (const one of after) {
        byKey.set(keyOf(one.id), inOrder(byKey.get(keyOf(one.id)) ?? [], { order, declaration: one }));
        counts.set(one.type, (counts.get(one.type) ?? 0) + 1);
      }
      for (const { id } of [...before, ...after]) keepComposite(composite, keyOf(id), byKey);
    }
    return new SymbolIndex(byKey, counts, composite);
  }
}

/** Files mostly come in their order, so that the place is the end. */
function inOrder(list: readonly Located[], one: Located): readonly Located[] {
  const place = list.findIndex((other) => other.order > one.order);
  return place < 0 ? [...list, one] : [...list.slice(0, place), one, ...list.slice(place)];
}

function keepComposite(composite: Set<string>, key: string, byKey: ReadonlyMap<string, unknown>): void {
  if (byKey.has(key) && isMentionable(key) && !ID_OF_ONE_WORD.test(key)) composite.add(key);
  else composite.delete(key);
}
