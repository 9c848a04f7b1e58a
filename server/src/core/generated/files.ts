import * as z from 'zod';
import { frameworkSchema } from '../framework/framework-schema';
import { shippedFrameworks } from '../framework/frameworks';
import { configSchema } from '../records/config-schema';
import { soaSchema } from '../records/soa';
import { RULES } from '../rules/rules';
import { kindsPage } from './kinds-page';
import { recordsPage, recordsSchema } from './records';
import { ruleIndex, rulePage } from './rule-page';
import { settingsPage } from './settings-page';
import { markdownSnippets, yamlSnippets } from './snippets';

/** Files of the repository that are made from the core, by path: `npm run generate` writes them, a test compares them. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const framework = shippedFrameworks().get('42001');
  if (!framework) throw new Error('ISO/IEC 42001 is not shipped');
  return new Map([
    ['schemas/aims.schema.json', schemaText(configSchema, 'aims')],
    ['schemas/framework.schema.json', schemaText(frameworkSchema(), 'framework')],
    ['schemas/soa.schema.json', schemaText(soaSchema, 'soa')],
    ['schemas/records.schema.json', json('records', recordsSchema())],
    ['snippets/aims-markdown.json', markdownSnippets(framework)],
    ['snippets/aims-yaml.json', yamlSnippets(framework)],
    ['docs/document-kinds.md', kindsPage(framework)],
    ['docs/records.md', recordsPage(framework)],
    ['docs/settings.md', settingsPage()],
    ['docs/rules/README.md', ruleIndex(RULES)],
    ...RULES.map((rule): [string, string] => [`docs/rules/${rule.meta.name}.md`, rulePage(rule)]),
  ]);
}

function schemaText(schema: z.ZodType, name: string): string {
  return json(name, z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }));
}

function json(name: string, value: object): string {
  const $id = `https://raw.githubusercontent.com/aims-docs/aims-docs/main/schemas/${name}.schema.json`;
  return `${JSON.stringify({ $id, ...value }, null, 2)}\n`;
}
