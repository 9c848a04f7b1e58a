import { describe, expect, test } from 'vitest';
import { extensionOf, newDocument } from '../../server/src/core/document/new-document';
import { hover } from '../../server/src/core/features/hover';
import type { DocumentKind } from '../../server/src/core/framework/framework';
import { shippedFrameworks } from '../../server/src/core/framework/frameworks';
import { viewAt } from '../../server/src/core/model/file-view';
import { aimsOf } from '../support/workspace';

const framework = shippedFrameworks().get('42001');
if (!framework) throw new Error('ISO/IEC 42001 is missing');

/** What the kind of this text is, in a file whose name tells nothing. */
function kindOf(text: string, extension = '.md') {
  const path = `doc-7${extension}`;
  const document = viewAt(
    aimsOf(
      new Map([
        ['aims.yaml', 'organization:\n  name: Harbour Clinic\n'],
        [path, text],
      ]),
    ),
    path,
  )?.document;
  return document?.kind && `${document.kind.id} by ${document.kindReason}`;
}

/** The template of a kind, filled in, without its front matter and under a title that tells nothing. */
const anonymous = (kind: DocumentKind, title = '# Document 7 (ISO/IEC 42001)'): string =>
  newDocument(framework, kind, { owner: 'Head of AI', organization: 'Harbour Clinic' })
    .replace(/\[Insert[^\]]*\]/g, 'as agreed')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^# .*$/m, title);

const written = [...framework.kinds.values()].filter((kind) => extensionOf(framework, kind) === '.md');

describe('a document is recognized by what it holds', () => {
  test.each(written.map((kind) => [kind.id, kind] as const))('%s, or not at all', (id, kind) =>
    expect([undefined, `${id} by content`]).toContain(kindOf(anonymous(kind))),
  );

  test('where it has sections of its own', () => {
    const known = written.filter((kind) => kindOf(anonymous(kind)) !== undefined).map((kind) => kind.id);
    expect(known).toEqual(
      expect.arrayContaining(['ai-policy', 'scope', 'risk-methodology', 'management-review', 'audit-report']),
    );
    expect(known.length).toBeGreaterThanOrEqual(30);
  });

  test('unless it never names the standard', () => {
    const policy = framework.kinds.get('ai-policy') as DocumentKind;
    expect(kindOf(anonymous(policy, '# Document 7'))).toBeUndefined();
  });

  test('unless it only speaks about such documents', () => {
    const policy = framework.kinds.get('ai-policy') as DocumentKind;
    expect(kindOf(anonymous(policy, '# Gap analysis against ISO/IEC 42001'))).toBeUndefined();
  });

  test('unless these sections are few among others', () => {
    const review = anonymous(framework.kinds.get('management-review') as DocumentKind);
    const others = [...Array(30).keys()].map((n) => `## Chapter ${n} of something else\n\nText.\n`).join('\n');
    expect(kindOf(`${review}\n${others}`)).toBeUndefined();
  });

  test('as a list whose key names a record', () => {
    const text = 'standard: ISO/IEC 42001\nrisks:\n  - id: R-01\n    owner: CTO\n  - id: R-02\n    owner: CTO\n';
    expect(kindOf(text, '.yaml')).toBe('risk-register by content');
    expect(kindOf(text.replace('standard: ISO/IEC 42001\n', ''), '.yaml')).toBeUndefined();
  });

  test('and the reason is shown at its title', () => {
    const text = anonymous(framework.kinds.get('ai-policy') as DocumentKind);
    const aims = aimsOf(
      new Map([
        ['aims.yaml', 'organization:\n  name: Harbour Clinic\n'],
        ['doc-7.md', text],
      ]),
    );
    expect(hover(aims, 'doc-7.md', text.indexOf('Document 7'))?.markdown).toContain('recognized by its content');
  });
});
