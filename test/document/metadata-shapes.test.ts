import { describe, expect, test } from 'vitest';
import type { Field } from '../../server/src/core/document/document';
import { viewAt, viewsOf } from '../../server/src/core/model/file-view';
import { missingKinds } from '../../server/src/core/rules/document-missing';
import { workspace } from '../support/workspace';

/** What the metadata of `policy.md` says, by field. */
function facts(text: string) {
  const { aims } = workspace(`//- policy.md\n${text}`);
  const document = viewAt(aims, 'policy.md')?.document;
  const value = (field: Field) => document?.fields.get(field)?.value;
  return {
    kind: document?.kind?.id,
    version: value('version'),
    status: document?.status,
    owner: value('owner'),
    approver: value('approver'),
    approvedOn: document?.approvedOn,
    due: document?.review?.due,
  };
}

const EXPECTED = {
  kind: 'ai-policy',
  version: '2.1',
  status: 'approved',
  owner: 'Head of AI',
  approver: 'Managing Director',
  approvedOn: '2026-03-14',
  due: '2027-03-14',
};

const BODY = '\n\n## Purpose\n\nThis policy says how we use AI.\n';

describe('one policy, one set of facts', () => {
  test.each([
    [
      'front matter',
      '---\ntitle: AI policy\nversion: "2.1"\nstatus: approved\nowner: Head of AI\napprover: Managing Director\napproved_on: 2026-03-14\nnext_review: 2027-03-14\n---\n# AI policy',
    ],
    [
      'bold lines',
      '# AI policy\n\n**Version:** 2.1  \n**Status:** Approved  \n**Owner:** Head of AI  \n**Approved by:** Managing Director  \n**Approval date:** 14 March 2026  \n**Next review:** March 14, 2027',
    ],
    [
      'a bold list below a line that announces it',
      '# AI policy\n*For ISO/IEC 42001:2023*\n\n**Document Control:**\n- **Version:** 2.1\n- **Status:** Approved\n- **Owner:** Head of AI\n- **Approved by:** Managing Director\n- **Approved on:** 2026‑03‑14\n- **Next review:** 14 March 2027',
    ],
    [
      'bold pairs in one line, below a second title line',
      '# AI policy\n## ISO/IEC 42001:2023 | Clause 5.2\n\n**Version:** 2.1 | **Status:** Approved | **Owner:** Head of AI | **Approved by:** Managing Director\n**Date:** 2026-03-14 | **Review Cycle:** Annual',
    ],
    [
      'a table of two columns',
      '# AI policy\n\n| Field | Details |\n|---|---|\n| Version | 2.1 |\n| Status | Approved |\n| Document owner | Head of AI |\n| Approved by | Managing Director |\n| Approval date | 14.03.2026 |\n| Next review | 2027-03-14 |',
    ],
    [
      'a quote',
      '# AI policy\n\n> **Version:** 2.1\n> **Status:** Approved\n> **Owner:** Head of AI\n> **Approved by:** Managing Director\n> **Approved:** 2026-03-14\n> **Approval date:** 2026-03-14\n> **Next review:** 2027-03-14',
    ],
    [
      'plain lines',
      '# AI policy\n\nVersion: 2.1\nStatus: Approved\nOwner: Head of AI\nApproved by: Managing Director\nApproved on: 2026-03-14\nReview cycle: every 12 months',
    ],
    [
      'a list without marks',
      '# AI policy\n\n- Version: 2.1\n- Status: Approved\n- Owner: Head of AI\n- Approved by: Managing Director\n- Issue date: 14 March 2026\n- Review: annually\n- Next review: 2027-03-14',
    ],
    [
      'badges',
      '# AI policy\n\n![version](https://img.shields.io/badge/version-2.1-blue) ![status](https://img.shields.io/badge/status-approved-green) ![owner](https://img.shields.io/badge/owner-Head__of__AI-grey)\n'.replaceAll(
        '__',
        '_',
      ) +
        '![approver](https://img.shields.io/static/v1?label=approved%20by&message=Managing+Director&color=blue&x=badge) ![approved](https://img.shields.io/badge/approved_on-2026--03--14-blue) ![review](https://img.shields.io/badge/next_review-2027--03--14-orange)',
    ],
  ])('in %s', (_, head) => expect(facts(head + BODY)).toEqual(EXPECTED));

  test('in a block at the end', () => {
    const closing =
      '\n---\n\n**Document Approval:**\n- **Prepared by:** Policy team\n- **Owner:** Head of AI\n- **Version:** 2.1\n- **Status:** Approved\n- **Approved by:** Managing Director\n- **Approved on:** 2026-03-14\n- **Next Review:** 2027-03-14\n';
    expect(facts(`# AI policy${BODY}${closing}`)).toEqual(EXPECTED);
  });
  test('in a change log, by its newest row', () => {
    const log =
      '\n## Change log\n\n| Version | Date | Changes | Approved by | Status |\n|---|---|---|---|---|\n| 2.1 | 2026-03-14 | Roles | Managing Director | Approved |\n| 2.0 | 2026-03-14 | Scope | Managing Director | Approved |\n| 1.0 | 2025-03-01 | First | Former Director | Approved |\n';
    expect(facts(`# AI policy\n\n**Owner:** Head of AI\n**Review cycle:** yearly${BODY}${log}`)).toEqual(EXPECTED);
  });
});

describe('in other languages', () => {
  test.each([
    [
      'German',
      '# KI-Richtlinie\n\n| Dokumenteneigner | Head of AI |\n|---|---|\n| Version | 2.1 |\n| Status | Freigegeben |\n| Freigegeben von | Managing Director |\n| Freigabedatum | 14. März 2026 |\n| Nächste Überprüfung | 14.03.2027 |\n\n## Zweck\n\nKI\n',
    ],
    [
      'French',
      "# Politique d'IA\n\n**Propriétaire :** Head of AI\n**Version :** 2.1\n**Statut :** approuvé\n**Approuvé par :** Managing Director\n**Date d'approbation :** 14 mars 2026\n**Prochaine révision :** 14 mars 2027\n\n## Objet\n\nIA\n",
    ],
    [
      'Spanish',
      '# Política de IA\n\n- **Propietario:** Head of AI\n- **Versión:** 2.1\n- **Estado:** Aprobado\n- **Aprobado por:** Managing Director\n- **Fecha de aprobación:** 14 de marzo de 2026\n- **Próxima revisión:** 14 de marzo de 2027\n\n## Objeto\n\nIA\n',
    ],
  ])('%s', (_, text) => expect(facts(text)).toEqual(EXPECTED));
});

test('a record names who held it, with one or more of them', () => {
  const { aims } = workspace('//- r.md\n# Internal audit report (AI)\n\n- Date: 2026-08-06\n- Auditor(s): Ann Lee\n');
  expect(viewAt(aims, 'r.md')?.document.fields.get('conducted_by')?.value).toBe('Ann Lee');
});

test('a section of a record carries its clause, and a section named like a document stands for it', () => {
  const text =
    '//- plan.md\n---\nkind: risk-treatment-plan\n---\n# AI risk treatment plan\n\n## Residual risk acceptance\n\nBy the board.';
  expect(missingKinds(workspace(text).aims).map((kind) => kind.id)).not.toContain('residual-risk-acceptance');
});

describe('what is no metadata', () => {
  test('sentences with colons, sections, and tables that explain the fields', () => {
    const { aims } = workspace(
      '//- a.md\n# Document control (AI)\n\nNote: the owner decides.\n\n## Document information\n\n| Field | Description |\n|---|---|\n| Owner | The role that answers |\n\n## Roles\n\n**Owner:** decides about changes.\n\nVersion: counts up\n',
    );
    expect(aims.files.get('a.md')?.facts.metadata).toEqual([]);
  });
  test('placeholders are no dates', () => {
    expect(facts('# AI policy\n\n**Approved on:** [YYYY-MM-DD]\n**Next review:** TBD\n').approvedOn).toBeUndefined();
  });
});

test('the lines that approve a document count at its end, without a rule before them', () => {
  const view = (last: string) =>
    viewsOf(
      workspace(
        `//- closure.md\n# Risk closure evidence\n\nAbout AI.\n\n---\n\n## Summary\n\nBoth risks are closed.\n\n${last}\n`,
      ).aims,
    )[0];
  const signed = view('**Approved by:** Dr. Chen\n**Next review:** 2027-06-28');
  expect(signed?.document.fields.get('approver')?.value).toBe('Dr. Chen');
  expect(signed?.document.review).toMatchObject({ due: '2027-06-28', by: 'date' });
  expect(view('**Owner:** Ann\n**Status:** open')?.document.fields.size).toBe(0);
  expect(view('**Next review:** 2027-06-28')?.document.fields.size).toBe(0);
});
