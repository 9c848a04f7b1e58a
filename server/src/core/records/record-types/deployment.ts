import { date, id, name, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One release of a system into use. */
export const deployment = recordType({
  name: 'deployment',
  title: 'Deployment',
  about: 'A version of an AI system that came into use: what had to be fulfilled, and who approved it.',
  collection: 'deployments',
  registers: ['deployment-plan'],
  singles: ['deployment-plan'],
  basis: ['42001:A.6.2.5'],
  files: ['ai-deployments.yaml'],
  shape: () => ({
    id: id('Identifies the deployment.', 'DEP-4.2'),
    title: name('What is deployed.', 'Deployment of triage-bot 4.2').optional(),
    system: refers('The system.', ['ai-system'], 'triage-bot'),
    version: text('The version, in quotes.', '4.2').optional(),
    environment: text('Where it runs.', 'all clinics').optional(),
    deployed_on: date('The day it came into use.').optional(),
    conditions: text('What had to be fulfilled first.', 'tests passed, impacts assessed').optional(),
    verification: refersToMany('The tests it rests on.', ['verification', 'document', 'path'], 'V-12').optional(),
    impact_assessment: refers(
      'The impact assessment it rests on.',
      ['impact-assessment', 'document', 'path'],
      'AIA-001',
    ).optional(),
    rollback: text('How to go back.', 'version 4.1 stays ready').optional(),
    approver: person('Who approved it.', 'Managing Director').optional(),
    approved_on: date('The day of approval.').optional(),
    status: text('Where it stands.', 'in use').optional(),
  }),
});
