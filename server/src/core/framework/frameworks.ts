import clauses9001 from '../../../data/frameworks/iso-9001/clauses.yaml';
import framework9001 from '../../../data/frameworks/iso-9001/framework.yaml';
import clauses27001 from '../../../data/frameworks/iso-27001/clauses.yaml';
import controls27001 from '../../../data/frameworks/iso-27001/controls.yaml';
import framework27001 from '../../../data/frameworks/iso-27001/framework.yaml';
import certification from '../../../data/frameworks/iso-42001/certification.yaml';
import clauses42001 from '../../../data/frameworks/iso-42001/clauses.yaml';
import controls42001 from '../../../data/frameworks/iso-42001/controls.yaml';
import kinds from '../../../data/frameworks/iso-42001/document-kinds.yaml';
import framework42001 from '../../../data/frameworks/iso-42001/framework.yaml';
import objectives from '../../../data/frameworks/iso-42001/objectives.yaml';
import sections from '../../../data/frameworks/iso-42001/sections.yaml';
import wrongCatalogues from '../../../data/frameworks/iso-42001/wrong-catalogues.yaml';
import type {
  CertificationStage,
  Clause,
  Control,
  DocumentKind,
  Framework,
  FrameworkId,
  Objective,
  Section,
  WrongCatalogue,
} from './framework';

/** A clause as it stands in the data: counterparts are a plain map, and prose is absent where only titles are known. */
type ClauseData = Partial<Omit<Clause, 'shared'>> &
  Pick<Clause, 'id' | 'title' | 'leaf'> & {
    readonly shared?: Readonly<Record<FrameworkId, { readonly id: string; readonly title: string }>>;
  };

type ControlData = Partial<Control> & Pick<Control, 'id' | 'title'>;

/** The sections of all kinds are data of their own, by kind. */
type KindData = Omit<DocumentKind, 'sections'>;

type Names = Pick<Framework, 'id' | 'name' | 'short'>;

/** The frameworks the product ships. The casts state the shapes of the data files; their test checks them. */
export function shippedFrameworks(): ReadonlyMap<FrameworkId, Framework> {
  shipped ??= new Map([iso42001(), iso27001(), iso9001()].map((framework) => [framework.id, framework]));
  return shipped;
}

/** Those and the ones the settings load, each with an id of its own. Without such it is the same map, by identity. */
export function withOwn(own: readonly Framework[]): ReadonlyMap<FrameworkId, Framework> {
  return own.length === 0
    ? shippedFrameworks()
    : new Map([...own.map((one) => [one.id, one] as const), ...shippedFrameworks()]);
}

let shipped: ReadonlyMap<FrameworkId, Framework> | undefined;

const iso42001 = (): Framework => ({
  ...(framework42001 as Names),
  clauses: byId((clauses42001 as readonly ClauseData[]).map(toClause)),
  controls: byId((controls42001 as readonly ControlData[]).map(toControl)),
  objectives: byId(objectives as readonly Objective[]),
  kinds: byId((kinds as readonly KindData[]).map(toKind)),
  stages: certification as readonly CertificationStage[],
  wrongCatalogues: wrongCatalogues as readonly WrongCatalogue[],
});

const iso27001 = (): Framework => ({
  ...(framework27001 as Names),
  ...NOTHING_ELSE,
  clauses: byId((clauses27001 as readonly ClauseData[]).map(toClause)),
  controls: byId((controls27001 as readonly ControlData[]).map(toControl)),
});

const iso9001 = (): Framework => ({
  ...(framework9001 as Names),
  ...NOTHING_ELSE,
  clauses: byId((clauses9001 as readonly ClauseData[]).map(toClause)),
  controls: new Map(),
});

const NOTHING_ELSE = { objectives: new Map(), kinds: new Map(), stages: [], wrongCatalogues: [] };

export const toClause = (data: ClauseData): Clause => ({
  pdca: 'plan',
  asks: '',
  auditors: [],
  evidence: [],
  documented: [],
  records: false,
  kinds: [],
  ai: [],
  pitfalls: [],
  aliases: [],
  nist: [],
  ...data,
  shared: new Map(Object.entries(data.shared ?? {})),
});

export const toControl = (data: ControlData): Control => ({
  domain: data.id.split('.').slice(0, 2).join('.'),
  objective: data.id.split('.').slice(0, -1).join('.'),
  aliases: [],
  asks: '',
  auditors: [],
  evidence: [],
  owners: [],
  documentation: false,
  clauses: [],
  controls: [],
  stages: [],
  guidance: '',
  exclusion: { accepted: [], rejected: [] },
  mappings: [],
  ...data,
});

const toKind = (data: KindData): DocumentKind => ({ ...data, sections: SECTIONS[data.id] ?? [] });

const SECTIONS = sections as Readonly<Record<string, readonly Section[]>>;

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
