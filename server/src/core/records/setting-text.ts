import type { SettingSchema } from './config-schema';

/** What a setting takes, in words. */
export function valuesOf(schema: SettingSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join('; or ');
  if (schema.type === 'array') return `list of ${schema.items ? valuesOf(schema.items) : 'text'}`;
  if (schema.properties) return schema.description !== undefined ? 'settings below' : keysOf(schema);
  if (typeof schema.additionalProperties === 'object')
    return `names, each with ${valuesOf(schema.additionalProperties)}`;
  if (schema.type === 'integer') return 'whole number';
  if (schema.type === 'boolean') return '`true`, `false`';
  return schema.type === 'string' ? 'text' : (schema.type ?? '');
}

const keysOf = ({ properties = {} }: SettingSchema): string =>
  Object.keys(properties)
    .map((key) => `\`${key}\``)
    .join(' and ');
