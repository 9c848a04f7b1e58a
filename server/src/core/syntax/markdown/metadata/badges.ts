import type { Link, MetadataEntry } from '../../../model/facts';

const STATIC_BADGE = /\/badge\/([^/?#]+?)(?:\.svg|\.png)?(?:[?#]|$)/;

/** `![status](https://img.shields.io/badge/status-approved-green)`: an image whose address carries a label and a value. */
export function badge(link: Link): MetadataEntry | undefined {
  if (link.kind !== 'image' || !/\bbadge\b|shields\.io/.test(link.target)) return undefined;
  const pair = staticPair(link.target) ?? queryPair(link.target);
  if (!pair) return undefined;
  const [key, value] = pair;
  return {
    key,
    keySpan: link.span,
    value,
    valueSpan: link.span,
    items: value === '' ? [] : [{ text: value, span: link.span }],
    source: 'badge',
  };
}

/** `label-message-color`, in which `--` stands for a hyphen, `_` for a blank and `__` for an underscore. */
function staticPair(target: string): readonly [string, string] | undefined {
  const name = STATIC_BADGE.exec(target)?.[1];
  const parts = name?.replaceAll('--', '\u0000').split('-') ?? [];
  const [label, message] = parts.map(plain);
  return parts.length === 3 && label !== undefined && message !== undefined ? [label, message] : undefined;
}

const plain = (part: string): string =>
  decoded(part.replaceAll('\u0000', '-').replaceAll('__', '\u0001').replaceAll('_', ' ').replaceAll('\u0001', '_'));

function queryPair(target: string): readonly [string, string] | undefined {
  const label = /[?&]label=([^&#]*)/.exec(target)?.[1];
  const message = /[?&]message=([^&#]*)/.exec(target)?.[1];
  return label === undefined || message === undefined ? undefined : [decoded(label), decoded(message)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim();
  } catch {
    return text;
  }
}
