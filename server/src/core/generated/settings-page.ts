import { stringify } from 'yaml';
import { type SettingSchema, settingSchema } from '../records/config-schema';
import { SHIPPED_PROFILES } from '../records/read-config';
import { valuesOf } from '../records/setting-text';

const EXAMPLE = `extends: ../shared/aims-base.yaml
organization:
  name: Northwind Health
  roles: [provider, deployer]
frameworks: ["42001", "27001"]
default_framework:
  "isms/**": "27001"
  "**": "42001"
exclude: ["drafts/**"]
kinds:
  "policies/responsible-ai.md": ai-policy
metadata:
  owner: [Custodian]
review:
  default_months: 12
  kinds:
    risk-register: 6
rules:
  ambiguous-framework: warning
  placeholder: off
ids:
  risk: R-##
suppressions:
  require_owner: true
  max_months: 6`;

/** Every setting of `aims.yaml`, from the schema that also reads it. */
export function settingsPage(): string {
  const schema = settingSchema();
  return `${[
    '# Settings',
    '`aims.yaml` marks the root of an AIMS: the files of its folder and below belong to it, up to the next `aims.yaml`. Every setting is optional; an empty file will do. A fault in it is reported at its line, and everything else still counts. `aims init` writes one. In every editor with the language server, keys and values are completed and explained.',
    `\`\`\`yaml\n${EXAMPLE}\n\`\`\``,
    ['| setting | value | meaning |', '|---|---|---|', ...settings(schema, '').map(row)].join('\n'),
    'What `.gitignore` names is left out, and so are folders whose names start with a dot. In a glob `*` stands for any part of a name and `**` for any folders; paths are relative to `aims.yaml`, also in a file that it extends.',
    '## Each setting by example',
    ...settings(schema, '').flatMap(exampleOf),
    ...EXTENDING,
    ...PROFILES,
    '## In VS Code',
    '| setting | meaning |\n|---|---|\n| `aims.checkFolderAsAims` | Check a folder that has no `aims.yaml` as an AIMS, as `aims check` does. |\n| `aims.profile` | Severities for who looks, as `aims check --profile` has them. |\n| `aims.trace.server` | What is written to the output channel about the conversation with the language server. |',
  ].join('\n\n')}\n`;
}

const EXTENDING = [
  '## Sharing settings',
  'An organization with several AIMS in one repository keeps what they have in common in one file, and each `aims.yaml` names it with `extends`. That file may extend another. Maps are joined key by key, and the nearer file decides; a list replaces the other list as a whole. The file has to lie in the same repository. A fault in it is reported in it, or, where it belongs to no AIMS, at `extends` with its line. A change of it counts at once, in the editor also before it is saved.',
];

const PROFILES = [
  '## Profiles',
  'The same findings matter differently to those who look. `aims check --profile auditor`, or `aims.profile` in the editor, takes these severities instead of those of the rules. A severity in `rules` decides over them, and one in `profiles` of `aims.yaml` over both. A profile switches nothing off unless `aims.yaml` says so.',
  ['| profile | severities |', '|---|---|', ...Object.entries(SHIPPED_PROFILES).map(profileRow)].join('\n'),
];

function profileRow([name, severities]: readonly [string, Readonly<Record<string, string>>]): string {
  const rules = Object.entries(severities).map(([rule, severity]) => `[\`${rule}\`](rules/${rule}.md): ${severity}`);
  return `| \`${name}\` | ${rules.join(', ')} |`;
}

interface Setting {
  readonly name: string;
  readonly schema: SettingSchema;
}

const settings = (schema: SettingSchema, prefix: string): readonly Setting[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    { name: `${prefix}${name}`, schema: property },
    ...settings(property, `${prefix}${name}.`),
  ]);

const row = ({ name, schema }: Setting): string =>
  `| \`${name}\` | ${valuesOf(schema)} | ${schema.description ?? ''} |`;

/** A setting as it is written in the file, below the keys it stands under. */
function exampleOf({ name, schema }: Setting): readonly string[] {
  const [example] = schema.examples ?? [];
  if (example === undefined) return [];
  const value = name.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), example);
  return [`\`${name}\`: ${schema.description ?? ''}`, `\`\`\`yaml\n${stringify(value).trimEnd()}\n\`\`\``];
}
