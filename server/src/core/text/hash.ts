const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a from a start of the caller's choice, over UTF-16 units. */
function fnv(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), FNV_PRIME);
    hash = Math.imul(hash ^ (unit >> 8), FNV_PRIME);
  }
  return hash >>> 0;
}

/** 32 hexadecimal digits that tell texts apart. Made to compare findings, not to keep secrets. */
export function hashText(text: string): string {
  let start = FNV_OFFSET;
  const parts: string[] = [];
  for (let round = 0; round < 4; round++) {
    start = fnv(text, start ^ Math.imul(round + 1, 0x9e3779b9));
    parts.push(start.toString(16).padStart(8, '0'));
  }
  return parts.join('');
}
