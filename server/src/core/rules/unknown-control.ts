import type { Framework } from '../framework/framework';
import { controlsTitled } from '../framework/titles';
import type { Aims } from '../model/aims';
import { controlTablesIn } from '../model/control-table';
import type { FileView, Reference } from '../model/file-view';
import { canonicalId, describeReason } from '../model/resolve';
import { isDenied } from './denied';
import { replace } from './fixes';
import type { Report, Rule } from './rule';
import { unknownOwn } from './unknown-own';

/** An id that looks like a control of Annex A and is none. */
export const unknownControl: Rule = {
  meta: {
    name: 'unknown-control',
    severity: 'error',
    summary: 'An id is written like a control of ISO/IEC 42001 and does not exist there.',
    why: 'An auditor looks every cited control up. An id that does not exist shows that the Statement of Applicability was not made from the standard, and leaves open which requirement was meant.',
    basis: ['42001:6.1.3', '42001:7.5.3'],
    doubt:
      'The id may belong to another standard: name that standard next to it, or set `default_framework` for its folder.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# ISO/IEC 42001 controls\n\nData quality is handled under A.7.7.\n                              ^^^^^ A.7 ends at `A.7.6`',
      },
      {
        text: '//- register.yaml\nrisks:\n  - id: R-01\n    controls: ["42001:A.4.9"]\n                ^^^^^^^^^^^ not a control of ISO/IEC 42001',
      },
    ],
    good: [
      { text: '//- soa.md\n# ISO/IEC 42001 controls\n\nData quality is handled under A.7.4.' },
      { text: '//- history.md\n# ISO/IEC 42001\n\nThe earlier list named A.7.7, a control that does not exist.' },
      { text: '//- isms.md\n# ISO/IEC 27001 controls\n\nPhysical security is handled under A.7.7.' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const framework = aims.frameworks.get('42001');
      for (const reference of framework ? view.references : []) {
        if (framework && isUnknown(reference, framework) && !isDenied(view.file.text, reference.raw.span))
          yield report(reference, framework, view.file.path, titleBeside(view, aims, reference));
      }
      for (const { reference, framework: own } of unknownOwn(view, aims))
        if (reference.raw.form !== 'clause')
          yield report(reference, own, view.file.path, titleBeside(view, aims, reference));
    },
  },
};

/** A document about one control may number its own sections below it (`A.9.2.1` under A.9.2). */
const isUnknown = ({ raw, framework, subject }: Reference, catalogue: Framework): boolean =>
  framework === '42001' &&
  subject === 'unknown' &&
  raw.form !== 'clause' &&
  !catalogue.controls.has(raw.id.replace(/^B/, 'A').replace(/\.\d+$/, ''));

/** The title that stands with the id: after it, or in the title column of its row. */
function titleBeside(view: FileView, aims: Aims, { raw }: Reference): string | undefined {
  if (raw.title) return raw.title.text;
  const rows = raw.place === 'cell' ? controlTablesIn(view, aims.frameworks).flatMap((table) => table.rows) : [];
  return rows.find((row) => raw.span.start <= row.span.start && row.span.end <= raw.span.end)?.title?.text;
}

function report(reference: Reference, framework: Framework, file: string, title: string | undefined): Report {
  const { raw } = reference;
  const nearest = nearestControl(framework, raw.id);
  const titled = title === undefined ? undefined : controlsTitled(framework, title)[0];
  const meant = titled ?? nearest;
  const end = lastOfGroup(framework, raw.id);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\` ${framework.controls.get(meant)?.title}?`;
  return {
    span: raw.span,
    message: `\`${raw.id}\` is not a control of ${framework.name}${end}.${hint} (${framework.short} is understood because ${describeReason(reference.reason)}.)`,
    framework: framework.id,
    subject: canonicalId(framework.id, raw.id),
    fixes:
      meant === undefined
        ? []
        : [
            replace(`Change to \`${meant}\``, file, { start: raw.span.end - raw.id.length, end: raw.span.end }, meant, {
              preferred: titled !== undefined,
            }),
          ],
  };
}

function lastOfGroup(framework: Framework, id: string): string {
  const group = framework.objectives.get(id.replace(/\.\d+$/, ''));
  const last = group?.controls.at(-1);
  return group && last ? `: ${group.id} ends at \`${last}\`` : '';
}

/** The last control of the same group for the id right after it: one past the end is the commonest slip. */
function nearestControl(framework: Framework, id: string): string | undefined {
  const last = framework.objectives.get(id.replace(/\.\d+$/, ''))?.controls.at(-1);
  return last !== undefined && lastNumber(id) === lastNumber(last) + 1 ? last : undefined;
}

const lastNumber = (id: string): number => Number(id.split('.').at(-1));
