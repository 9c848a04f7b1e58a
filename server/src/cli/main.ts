import { Command, CommanderError, Option } from 'commander';
import { READINESS_TEXT_VIEWS } from '../core/reports/readiness-text';
import { baselineCommand } from './commands/baseline';
import { checkCommand, FORMATS, THRESHOLDS } from './commands/check';
import { explainCommand } from './commands/explain';
import { initCommand } from './commands/init';
import { newCommand } from './commands/new';
import { readinessCommand } from './commands/readiness';
import { EXIT, Failure } from './failure';
import { endQuietlyOnClosedPipe, output } from './output';
import { VERSION } from './version';

async function run(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Every way to fail has a sentence and an exit code; a stack is for faults of our own. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  output.say(
    error instanceof Failure
      ? error.message
      : `aims could not finish: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.failed;
}

const ends = (code: number): void => {
  process.exitCode = code;
};

function program(): Command {
  const aims = new Command('aims');
  aims
    .description('Checks the documentation of an AI management system (ISO/IEC 42001) in Markdown, YAML and CSV.')
    .version(VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(`aims --help` shows what there is)');
  aims.addCommand(check());
  aims.addCommand(readiness());
  aims.addCommand(explain());
  aims.addCommand(init());
  aims.addCommand(newDocument());
  aims.addCommand(baseline());
  aims.addCommand(lsp());
  for (const command of aims.commands)
    command.exitOverride().showHelpAfterError(`(\`aims ${command.name()} --help\` shows what there is)`);
  return aims;
}

const check = (): Command =>
  new Command('check')
    .description('Finds what an experienced reviewer would mark.')
    .argument('[dir]', 'folder or file to check', '.')
    .option(
      '--format <format>',
      `how to report: ${FORMATS.join(', ')}; \`sarif=FILE\` writes to a file; may be given several times`,
      collect,
    )
    .option('--since <ref>', 'report only what is new against a commit, branch or tag')
    .option('--as-of <date>', 'check as if today were this day (YYYY-MM-DD)')
    .option('--profile <name>', 'severities for who looks: writer, engineer, reviewer, auditor, or one of aims.yaml')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1')
        .choices([...THRESHOLDS])
        .default('error'),
    )
    .option('--max-findings <number>', 'show at most this many findings as text', positive)
    .option('--no-color', 'no colours')
    .action(async (dir, options) => ends(await checkCommand(dir, { ...options, format: options.format ?? ['text'] })));

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function positive(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Failure(`\`${text}\` is no number of findings.`);
  return Number(text);
}

const readiness = (): Command =>
  new Command('readiness')
    .description('Shows where every clause and control stands, and why.')
    .argument('[dir]', 'folder of the AIMS', '.')
    .option('--format <format>', 'text or json', 'text')
    .option('--view <view>', `one of ${READINESS_TEXT_VIEWS.join(', ')}`, 'all')
    .option('--as-of <date>', 'assess as if today were this day (YYYY-MM-DD)')
    .option('--no-color', 'no colours')
    .action(async (dir, options) => ends(await readinessCommand(dir, options)));

const explain = (): Command =>
  new Command('explain')
    .description('Explains a rule, clause, control or kind of document.')
    .argument('[word]', 'for example A.7.4, 9.3, title-mismatch, soa')
    .option('--list', 'list all rules', false)
    .action((word, options) => ends(explainCommand(word, options.list)));

const init = (): Command =>
  new Command('init')
    .description('Writes an aims.yaml for a folder.')
    .argument('[dir]', 'root of the AIMS', '.')
    .option('--print', 'print it instead of writing it', false)
    .action(async (dir, options) => ends(await initCommand(dir, options.print)));

const newDocument = (): Command =>
  new Command('new')
    .description('Writes a new document from the template of its kind.')
    .argument('[kind]', 'for example ai-policy, impact-assessment, "Internal audit programme"')
    .option('--dir <dir>', 'folder of the AIMS', '.')
    .option('--file <path>', 'where to write it; by default beside the documents of its chapter')
    .option('--id <id>', 'id of the document; by default the code of its kind')
    .option('--owner <role>', 'who answers for it')
    .option('--print', 'print it instead of writing it', false)
    .option('--list', 'list all kinds, first those that are missing', false)
    .action(async (kind, options) => ends(await newCommand(kind, options)));

const baseline = (): Command =>
  new Command('baseline')
    .description('Accepts what is found now, with a reason, in aims.baseline.yaml.')
    .argument('[dir]', 'folder of the AIMS', '.')
    .option('--reason <text>', 'why these findings are accepted')
    .option('--owner <role>', 'who answers for them')
    .option('--expires <date>', 'day from which they count again (YYYY-MM-DD)')
    .option('--prune', 'only remove entries for what is no longer found', false)
    .option('--as-of <date>', 'as if today were this day (YYYY-MM-DD)')
    .action(async (dir, options) => ends(await baselineCommand(dir, options)));

const lsp = (): Command =>
  new Command('lsp')
    .description('Starts the language server.')
    .option('--stdio', 'speak over standard input and output')
    .option('--pipe <name>', 'speak over a named pipe or socket file')
    .option('--socket <port>', 'speak over a local TCP port')
    .option('--node-ipc', 'speak over the channel of a parent Node process')
    .option('--clientProcessId <id>', 'end when this process ends')
    .action(async () => void (await import('../lsp/main')));

endQuietlyOnClosedPipe();
void run(process.argv);
