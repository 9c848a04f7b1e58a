import profileData from '../../../data/profiles.yaml';
import { shippedFrameworks } from '../framework/frameworks';
import type { Severity } from '../model/finding';
import { parseDate } from '../text/civil-date';
import { folderOf, resolvePath } from '../text/path';
import { normalize } from '../text/words';
import { type Config, type ConfigProblem, DEFAULT_INCLUDE } from './config';
import type { ConfigInput } from './config-schema';
import { NO_OWN_FRAMEWORKS, ownFrameworksOf, unknownFrameworks } from './own-frameworks';
import { type Layer, readLayer } from './read-layer';

type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Severities of the profiles that are shipped, by rule. A test holds the names against the rules. */
export const SHIPPED_PROFILES = profileData as Readonly<Record<string, Severities>>;

/** The text of a file that settings are extended from, or why it may not be read, as the end of a sentence. */
export type SharedText = { readonly text: string } | { readonly refused: string };

export interface ConfigOptions {
  /** Gives a file by its path relative to the root of the AIMS. It may lie above the root. */
  readonly shared?: (path: string) => SharedText;
  readonly profile?: string | undefined;
}

/**
 * Reads `aims.yaml` and what it extends. Total: what is wrong is left out, all other settings hold, and `problems` of the
 * result names each fault at its place.
 */
export function readConfig(path: string, text: string, options: ConfigOptions = {}): Config {
  const { layers, problems, sources } = layersOf(path, text, options.shared ?? nothingShared);
  const input = layers.map((layer) => layer.input).reduce((own, base) => joined(own, base));
  const own = ownFrameworksOf(input, layers, options.shared ?? nothingShared);
  const unknown = unknownFrameworks(layers, own.ownFrameworks);
  const names = lazy(() => layers.flatMap((layer) => layer.names()));
  const ignored = new Set(unknown.map(({ name }) => name));
  const config = toConfig(path, input, options.profile);
  return {
    ...config,
    frameworks: config.frameworks.filter((id) => !ignored.has(id)),
    defaults: config.defaults.filter(({ framework }) => !ignored.has(framework)),
    sources,
    ...own,
    problems: [...layers.flatMap((layer) => layer.problems), ...problems, ...own.problems, ...unknown],
    get names() {
      return names();
    },
  };
}

const nothingShared = (): SharedText => ({ refused: 'does not exist' });

function lazy<T extends object>(derive: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= derive();
    return known;
  };
}

interface Layers {
  /** The file itself first, then each that it extends. */
  readonly layers: readonly [Layer, ...Layer[]];
  readonly problems: readonly ConfigProblem[];
  readonly sources: readonly string[];
}

/** Follows `extends` from file to file, as far as there are files and none comes twice. */
function layersOf(path: string, text: string, shared: NonNullable<ConfigOptions['shared']>): Layers {
  const layers: [Layer, ...Layer[]] = [readLayer(path, text)];
  const sources = [path];
  for (let layer: Layer | undefined = layers[0]; layer !== undefined; ) {
    const written: string | undefined = layer.input.extends;
    if (written === undefined) break;
    const target = resolvePath(folderOf(layer.path), written);
    const found = sources.includes(target)
      ? { refused: 'leads back to a file that is already read: the settings would extend themselves' }
      : shared(target);
    if (!sources.includes(target)) sources.push(target);
    if ('refused' in found) {
      const message = `\`${written}\` ${found.refused}. Nothing is taken from it.`;
      return { layers, sources, problems: [{ ...layer.placeOf(['extends']), message }] };
    }
    layer = readLayer(target, found.text);
    layers.push(layer);
  }
  return { layers, sources, problems: [] };
}

/** Maps are joined key by key, own entries first; of everything else the own one stays. */
function joined<T extends object>(own: T, base: T): T {
  const both = Object.entries(own).map(([key, value]) => {
    const other: unknown = Object.hasOwn(base, key) ? base[key as keyof T] : undefined;
    return [key, isMap(value) && isMap(other) ? joined(value, other) : value];
  });
  const inherited = Object.entries(base).filter(([key]) => !Object.hasOwn(own, key));
  // What both sides are of one type, their union is of the same.
  return Object.fromEntries([...both, ...inherited]) as T;
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function toConfig(path: string | undefined, input: ConfigInput, profile: string | undefined): Config {
  const decidedOn = parseDate(input.certificate?.decided_on ?? '');
  const expiresOn = parseDate(input.certificate?.expires_on ?? '');
  return {
    ...(path === undefined ? {} : { path }),
    ...(input.organization?.name === undefined ? {} : { organization: input.organization.name }),
    roles: input.organization?.roles ?? [],
    frameworks: input.frameworks ?? ['42001'],
    defaults: path === undefined ? [] : defaultsOf(input),
    include: input.include ?? DEFAULT_INCLUDE,
    exclude: input.exclude ?? [],
    kinds: Object.entries(input.kinds ?? {}).map(([glob, kind]) => ({ glob, kind })),
    metadataKeys: metadataKeys(input),
    defaultReviewMonths: input.review?.default_months ?? 12,
    evidenceMonths: input.review?.evidence_months ?? 12,
    reviewMonthsByKind: new Map(Object.entries(input.review?.kinds ?? {})),
    certificate: {
      ...(decidedOn === undefined ? {} : { decidedOn }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    },
    ...rulesOf(input, profile),
    suppressions: policyOf(input),
    ids: Object.entries(input.ids ?? {}).flatMap(([type, patterns]) =>
      [patterns].flat().map((pattern) => ({ type, pattern })),
    ),
    sources: [],
    ...NO_OWN_FRAMEWORKS,
    names: [],
  };
}

/** The severity of a rule: of the profile in `aims.yaml`, else of its rules, else of the shipped profile. */
function rulesOf(
  { rules = {}, profiles = {} }: ConfigInput,
  profile: string | undefined,
): Pick<Config, 'severities' | 'ruleExcludes' | 'profiles'> {
  const stated = Object.entries(rules).map(([name, value]) => ({
    name,
    ...(typeof value === 'string' ? { severity: value } : value),
  }));
  const ofProfile = (all: Readonly<Record<string, Severities>>) =>
    profile !== undefined && Object.hasOwn(all, profile) ? Object.entries(all[profile] ?? {}) : [];
  return {
    severities: new Map<string, Severity | 'off'>([
      ...ofProfile(SHIPPED_PROFILES),
      ...stated.flatMap(({ name, severity }): [string, Severity | 'off'][] => (severity ? [[name, severity]] : [])),
      ...ofProfile(profiles),
    ]),
    ruleExcludes: new Map(
      stated.flatMap(({ name, exclude }): [string, readonly string[]][] => (exclude ? [[name, exclude]] : [])),
    ),
    profiles: [...new Set([...Object.keys(SHIPPED_PROFILES), ...Object.keys(profiles)])],
  };
}

const policyOf = ({ suppressions: policy }: ConfigInput): Config['suppressions'] => ({
  requireOwner: policy?.require_owner ?? false,
  requireExpiry: policy?.require_expiry ?? false,
  never: new Set(policy?.never ?? []),
  ...(policy?.max_months === undefined ? {} : { maxMonths: policy.max_months }),
});

/** The default standard of a bare id, most special folder first as written; one standard for all where only one is in use. */
function defaultsOf(input: ConfigInput): Config['defaults'] {
  const stated = input.default_framework;
  if (typeof stated === 'string') return [{ glob: '**', framework: stated }];
  if (stated !== undefined) return Object.entries(stated).map(([glob, framework]) => ({ glob, framework: framework }));
  const inUse = (input.frameworks ?? ['42001']).filter((framework) => framework !== '9001');
  // Beside a standard a framework of the organization leaves the bare ids to it.
  const standards = inUse.filter((framework) => shippedFrameworks().has(framework));
  const only = standards.length > 0 ? standards : inUse;
  return only.length === 1 && only[0] !== undefined ? [{ glob: '**', framework: only[0] }] : [];
}

function metadataKeys(input: ConfigInput): ReadonlyMap<string, string> {
  const pairs = Object.entries(input.metadata ?? {}).flatMap(([field, names]) =>
    [names].flat().map((name): [string, string] => [normalize(name), field]),
  );
  return new Map(pairs);
}

export const DEFAULT_CONFIG: Config = toConfig(undefined, {}, undefined);

/** The settings of an AIMS that has no `aims.yaml`. */
export const withoutFile = (profile: string | undefined): Config =>
  profile === undefined ? DEFAULT_CONFIG : toConfig(undefined, {}, profile);
