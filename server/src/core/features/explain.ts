import type { Framework, FrameworkId } from '../framework/framework';
import { kindCalled } from '../framework/kind-called';
import { docsUrl } from '../rules/docs-url';
import type { Rule } from '../rules/rule';
import { ruleNamed } from '../rules/rules';
import { clauseProse, controlProse, kindProse, objectiveProse } from './prose';

/** A rule, control, objective, Annex B id, clause or kind of document in our words, as Markdown. */
export function explain(frameworks: ReadonlyMap<FrameworkId, Framework>, word: string): string | undefined {
  const rule = ruleNamed(word);
  if (rule) return ruleText(rule).join('\n\n');
  const [, prefix, id = ''] = /^(?:(42001|27001|9001):)?(?:clause\s+)?(.+)$/i.exec(word.trim()) ?? [];
  const framework = frameworks.get(prefix ?? '42001');
  return framework && (explainId(framework, id.toUpperCase(), frameworks) ?? explainKind(framework, id))?.join('\n\n');
}

export function explainId(
  framework: Framework,
  id: string,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
): readonly string[] | undefined {
  const control = framework.controls.get(id.replace(/^B\./, 'A.'));
  if (control && id.startsWith('B.'))
    return [
      `**${id}** is guidance on how to put the control \`${control.id}\` into practice; it is no control itself.`,
      ...controlProse(control, framework, frameworks),
    ];
  if (control) return controlProse(control, framework, frameworks);
  const objective =
    framework.objectives.get(id) ?? [...framework.objectives.values()].find((one) => one.reserved === id);
  if (objective) return objectiveProse(objective, framework);
  const clause = framework.clauses.get(id);
  return clause && clauseProse(clause, framework);
}

const explainKind = (framework: Framework, word: string): readonly string[] | undefined => {
  const kind = kindCalled(framework, word);
  return kind && kindProse(kind);
};

export function ruleText({ meta }: Rule): readonly string[] {
  return [
    `**${meta.name}** · ${meta.severity}`,
    meta.summary,
    meta.why,
    ...(meta.basis.length > 0 ? [`**Basis** ${meta.basis.join(', ')}`] : []),
    `**When it is wrong** ${meta.doubt}`,
    `**Page** ${docsUrl(meta.name)}`,
  ];
}
