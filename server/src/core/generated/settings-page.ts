import * as z from 'zod';
import { configSchema } from '../records/config';

interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
}

const EXAMPLE = `organization:
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
  placeholder: off`;

/** Every setting of `aims.yaml`, from the schema that also reads it. */
export function settingsPage(): string {
  // Zod writes its own type of a schema; only the few members above are read.
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' }) as JsonSchema;
  return `${[
    '# Settings',
    '`aims.yaml` marks the root of an AIMS: the files of its folder and below belong to it, up to the next `aims.yaml`. Every setting is optional; an empty file will do. A fault in it is reported at its line, and everything else still counts. `aims init` writes one.',
    `\`\`\`yaml\n${EXAMPLE}\n\`\`\``,
    ['| setting | value | meaning |', '|---|---|---|', ...rows(schema, '')].join('\n'),
    'What `.gitignore` names is left out, and so are folders whose names start with a dot. In a glob `*` stands for any part of a name and `**` for any folders; paths are relative to `aims.yaml`.',
    '## In VS Code',
    '| setting | meaning |\n|---|---|\n| `aims.checkFolderAsAims` | Check a folder that has no `aims.yaml` as an AIMS, as `aims check` does. |\n| `aims.trace.server` | What is written to the output channel about the conversation with the language server. |',
  ].join('\n\n')}\n`;
}

const rows = (schema: JsonSchema, prefix: string): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    `| \`${prefix}${name}\` | ${valuesOf(property)} | ${property.description ?? ''} |`,
    ...rows(property, `${prefix}${name}.`),
  ]);

function valuesOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join('; or ');
  if (schema.type === 'array') return `list of ${schema.items ? valuesOf(schema.items) : 'text'}`;
  if (schema.properties) return 'settings below';
  if (typeof schema.additionalProperties === 'object')
    return `names, each with ${valuesOf(schema.additionalProperties)}`;
  if (schema.type === 'integer') return 'whole number';
  return schema.type === 'string' ? 'text' : (schema.type ?? '');
}
