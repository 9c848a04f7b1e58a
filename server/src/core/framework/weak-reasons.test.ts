import { describe, expect, test } from 'vitest';
import data from '../../../data/synonyms/weak-exclusion-reasons.yaml';
import { normalize } from '../text/words';
import { weakReason } from './weak-reasons';

const idOf = (text: string, cited = false): string | undefined => weakReason(text, cited)?.id;

describe('a reason auditors do not accept', () => {
  test.each([
    ['cost', 'Too expensive for a company of our size; we look at it again next year.'],
    ['cost', 'We have no budget for this.'],
    ['cost', 'Cost and effort would be disproportionate'],
    ['cost', 'Zu teuer'],
    ['cost', 'Der Aufwand wäre für uns unverhältnismäßig.'],
    ['cost', 'Manque de moyens'],
    ['cost', 'Falta de presupuesto'],
    ['later', 'Not yet implemented'],
    ['later', 'Planned for Q3 2027'],
    ['later', 'Will be implemented in a later phase'],
    ['later', 'Noch nicht umgesetzt, wird 2027 nachgeholt.'],
    ['later', 'Geplant für 2027'],
    ['later', 'Pas encore mise en œuvre'],
    ['later', 'Todavía no implementado'],
    ['supplier', 'Our cloud provider is responsible.'],
    ['supplier', 'Supplier manages everything'],
    ['supplier', 'Liegt in der Verantwortung des Anbieters'],
    ['supplier', 'À la charge du fournisseur'],
    ['supplier', 'El proveedor se encarga de ello'],
    ['voluntary', 'Annex A is voluntary.'],
    ['voluntary', 'The control is not mandatory'],
    ['voluntary', 'Die Maßnahme ist freiwillig'],
    ['voluntary', 'Cette mesure est facultative'],
    ['voluntary', 'La medida es opcional'],
    ['elsewhere', 'Already covered by our ISO/IEC 27001 ISMS'],
    ['elsewhere', 'DPIA covers it'],
    ['elsewhere', 'Durch das ISMS abgedeckt'],
    ['elsewhere', 'Couverte par la politique de sécurité'],
    ['elsewhere', 'Cubierto por ISO 27001'],
    ['size', 'Small team, everybody does everything'],
    ['size', 'Wir sind ein kleines Unternehmen'],
    ['quiet', 'No concerns so far'],
    ['quiet', 'Bisher keine Vorfälle'],
    ['trust', 'Big vendor, trusted'],
    ['assertion', 'Not relevant for our organization'],
    ['assertion', 'Out of scope'],
    ['assertion', 'Für uns nicht relevant'],
    ['assertion', 'Non applicable à notre organisation'],
    ['assertion', 'No es aplicable a nuestra organización'],
    ['later', 'We will address this in 2027.'],
    ['later', 'Not in place yet'],
    ['size', 'Small company, and not yet implemented'],
  ])('%s: %s', (id, text) => {
    expect(idOf(text)).toBe(id);
  });

  test.each([
    'We supply no AI system to customers; see the role decision in the scope.',
    'User-only organisation; no AI development',
    'AI used internally; no customer-facing AI',
    'Excluded — The reviewed demo does not train or enhance an AI model. Reclassify if model development/fine-tuning enters scope.',
    'Excluded — No model-training data preparation/labeling pipeline identified in current demo scope; reassess if added.',
    'No training is planned.',
    'No own development planned for 2027',
    'We do not develop models and the vendor handles the rest',
    'Not relevant: we have no suppliers.',
    'Not implemented because there is no data of our own',
    'No customers yet, so not implemented.',
    'The system is not yet in operation; planned start is March 2027.',
    'Participation is not voluntary for staff, and no other group uses the system',
    'To be reassessed when a system reaches customers',
    'No risk in the register needs it, and no law or contract asks for it.',
    'We acquire no data; the model is trained by the vendor.',
    'Wir entwickeln keine KI-Systeme.',
    'Nous ne développons aucun système d’IA.',
    'La organización solo usa sistemas de terceros.',
    'Low risk, see screening SCR-04',
    'We are a small company with no own data',
    'Out of scope because AI development takes place in another legal entity of the group.',
    'Outside the scope: development is done by Acme Labs Ltd, which has its own AIMS.',
    'Ein kleines Unternehmen ohne eigene Daten',
    '',
  ])('leaves alone: %s', (text) => {
    expect(idOf(text)).toBeUndefined();
  });

  test('what is cited shows how a supplier or another standard is held to it', () => {
    expect(idOf('Handled by the supplier, contract C-12', true)).toBeUndefined();
    expect(idOf('Covered by ISO 27001 A.5.9', true)).toBeUndefined();
    expect(idOf('Too expensive, see C-12', true)).toBe('cost');
  });
});

test('the data speaks four languages and is written as texts are compared', () => {
  const { reasons, negations } = data as {
    negations: readonly string[];
    reasons: readonly Readonly<Record<string, unknown>>[];
  };
  const faults = reasons.flatMap((reason) =>
    (['phrases', 'whole'] as const).flatMap((form) => {
      const lists = reason[form] as Readonly<Record<string, readonly string[]>> | undefined;
      if (!lists) return [];
      const languages = Object.keys(lists).sort().join(' ') === 'de en es fr' ? [] : [`${reason.id}: languages`];
      const odd = Object.values(lists)
        .flat()
        .filter((phrase) => /[\p{Lu}ß]/u.test(phrase.replaceAll('\\w', '').replaceAll('\\d', '')));
      return [...languages, ...odd];
    }),
  );
  expect(faults).toEqual([]);
  expect(negations.filter((word) => normalize(word) !== word)).toEqual([]);
});
