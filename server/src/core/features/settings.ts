import { FIELDS } from '../document/document';
import type { Aims } from '../model/aims';
import { alternatives, below, type Hint, type SettingSchema, settingSchema } from '../records/config-schema';
import { RECORD_TYPES } from '../records/record-types';
import { valuesOf } from '../records/setting-text';
import { RULES } from '../rules/rules';
import { type KeyPlace, keyPlaceAt } from '../syntax/yaml/key-path';
import { folderOf, relativePath } from '../text/path';
import { ruleText } from './explain';
import type { Suggestion } from './feature';
import { FIELD_TEXTS } from './fields';
import { kindProse } from './prose';

/** A word that can stand in the settings, with what there is to say about it. */
interface Word {
  readonly text: string;
  readonly about?: string;
  readonly kind: Suggestion['kind'];
  readonly documentation?: () => string;
}

/** Whether a file holds settings: `aims.yaml`, or one that it extends. */
export const isSettings = (aims: Aims, path: string): boolean => aims.config.sources.includes(path);

/** Keys and values of `aims.yaml`; nothing in a comment, where other things are typed. */
export function completeSettings(aims: Aims, path: string, offset: number): readonly Suggestion[] | undefined {
  const text = aims.files.get(path)?.text;
  const place = text === undefined ? undefined : keyPlaceAt(text, offset);
  if (!place) return undefined;
  const schemas = schemasAt(place.path);
  const words = place.isKey
    ? keysOf(aims, path, schemas).filter(({ text: key }) => !place.present.includes(key))
    : valuesOfAll(aims, path, place, schemas);
  return words.map((word, index) => suggestion(word, index, place, schemas));
}

/** The schemas of what stands at a path; a member of a list has none to its name. */
export const schemasAt = (path: KeyPlace['path']): readonly SettingSchema[] =>
  path.reduce<readonly SettingSchema[]>(
    (schemas, key) => schemas.flatMap((one) => below(one, key)),
    alternatives(settingSchema()),
  );

function suggestion(word: Word, index: number, place: KeyPlace, schemas: readonly SettingSchema[]): Suggestion {
  const values = place.isKey ? schemas.flatMap((one) => below(one, word.text)) : [];
  const isLong =
    values.some((one) => one.type === 'object') && !values.some((one) => one.enum || one.type === 'string');
  const written = place.quoted ? word.text : inYaml(word.text, schemas);
  const newText = place.isKey && !place.quoted ? `${written}:${isLong ? '' : ' '}` : written;
  return {
    label: word.text,
    kind: word.kind,
    edit: { span: place.span, newText },
    filterText: word.text,
    sortText: String(index).padStart(4, '0'),
    ...(word.about === undefined ? {} : { description: word.about }),
    ...(word.documentation ? { documentation: word.documentation } : {}),
  };
}

/** Quoted where YAML would read something else than the text. */
const inYaml = (text: string, schemas: readonly SettingSchema[]): string =>
  /^[A-Za-z.][\w./-]*$/.test(text) || schemas.some((one) => one.type === 'integer') ? text : JSON.stringify(text);

const keysOf = (aims: Aims, path: string, schemas: readonly SettingSchema[]): readonly Word[] =>
  schemas.flatMap((schema) => [
    ...Object.entries(schema.properties ?? {}).map(
      ([text, property]): Word => ({ text, kind: 'key', documentation: () => settingText(text, property) }),
    ),
    ...(schema.hint?.keys ? wordsOf(aims, path, schema.hint.keys) : []),
  ]);

function valuesOfAll(aims: Aims, path: string, place: KeyPlace, schemas: readonly SettingSchema[]): readonly Word[] {
  const rule = RULES.find(({ meta }) => place.path.includes(meta.name));
  return schemas.flatMap((schema) => [
    ...(schema.enum?.includes('42001')
      ? aims.config.ownFrameworks.map(({ id, name }): Word => ({ text: id, kind: 'value', about: name }))
      : []),
    ...(schema.enum ?? []).map(
      (text): Word => ({
        text,
        kind: 'value',
        ...(rule?.meta.severity === text
          ? { about: 'as shipped' }
          : aims.frameworks.has(text)
            ? { about: aims.frameworks.get(text)?.name ?? '' }
            : {}),
      }),
    ),
    ...(schema.type === 'boolean' ? ['true', 'false'].map((text): Word => ({ text, kind: 'value' })) : []),
    ...(schema.type === 'integer' ? ['6', '12', '24', '36'].map((text): Word => ({ text, kind: 'value' })) : []),
    ...(schema.hint?.value ? wordsOf(aims, path, schema.hint.value) : []),
  ]);
}

/** The names and paths of a sort. */
function wordsOf(aims: Aims, path: string, hint: Hint): readonly Word[] {
  switch (hint) {
    case 'rule':
      return RULES.map((rule) => ({
        text: rule.meta.name,
        about: rule.meta.severity,
        kind: 'key',
        documentation: () => ruleText(rule).join('\n\n'),
      }));
    case 'kind':
      return [...(aims.frameworks.get('42001')?.kinds.values() ?? [])].map((kind) => ({
        text: kind.id,
        about: kind.title,
        kind: 'document',
        documentation: () => kindProse(kind).join('\n\n'),
      }));
    case 'record':
      return [
        { text: 'document', about: 'Document', kind: 'key' },
        ...RECORD_TYPES.map((type): Word => ({ text: type.name, about: type.title, kind: 'key' })),
      ];
    case 'field':
      return FIELDS.map((field) => ({ text: field, kind: 'key', documentation: () => FIELD_TEXTS[field] }));
    case 'profile':
      return aims.config.profiles.map((text) => ({ text, kind: 'key' }));
    case 'glob':
      return globsOf(aims);
    case 'settings-file':
      return settingsFiles(aims, path);
    case 'framework-file':
      return settingsFiles(aims, 'aims.yaml');
    case 'date':
      return [{ text: aims.today, kind: 'date' }];
  }
}

/** Folders as globs, then files. */
function globsOf(aims: Aims): readonly Word[] {
  const files = [...aims.files.keys()].filter((file) => !isSettings(aims, file));
  const folders = new Set(files.map(folderOf).filter((folder) => folder !== ''));
  const globs = ['**', ...[...folders].sort().map((folder) => `${folder}/**`), ...files];
  return globs.slice(0, MOST_PATHS).map((text) => ({ text, kind: 'path' }));
}

const MOST_PATHS = 500;

const settingsFiles = (aims: Aims, path: string): readonly Word[] =>
  [...aims.files.values()]
    .filter((file) => file.facts.format === 'yaml' && file.path !== path)
    .slice(0, MOST_PATHS)
    .map((file) => ({ text: relativePath(path, file.path), kind: 'path' }));

/** What a setting is for, and what it takes. */
export const settingText = (name: string, schema: SettingSchema): string =>
  [`**${name}** ${schema.description ?? ''}`, `**Takes** ${valuesOf(schema)}`].join('\n\n');
