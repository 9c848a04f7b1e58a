import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What only a real VS Code can show, step by step, by mouse and keyboard. Every step gets the page, the folders it works
 * on and a way to take a picture.
 */
export const steps = [
  [
    'opens the Statement of Applicability',
    async ({ page, open }) => {
      await open('workspace');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'docs' }).click();
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'soa.md' }).dblclick();
      await line(page, 'Data provenance').waitFor();
    },
  ],
  [
    'shows problems of the open and of an unopened file',
    async ({ page, shoot }) => {
      await page.keyboard.press('Control+Shift+M');
      const rows = page.locator('.markers-panel .monaco-list-row');
      await page.locator('.viewpane-filter input').first().fill('**/docs/**');
      await rows.filter({ hasText: 'is the title of `A.7.5`' }).waitFor();
      await rows.filter({ hasText: '`missing-scope.md` does not exist' }).waitFor();
      await rows.filter({ hasText: 'policy.md' }).first().waitFor();
      assert.equal(await page.locator('.tabs-container .tab', { hasText: 'policy.md' }).count(), 0);
      await shoot('problems');
      await page.locator('.viewpane-filter input').first().fill('');
      await page.keyboard.press('Control+J');
    },
  ],
  [
    'explains a control on hover',
    async ({ page, shoot }) => {
      await pointAt(page, 'A.7.2');
      const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Auditors look for' });
      await hover.first().waitFor();
      const text = await hover.first().textContent();
      assert.match(text, /A\.7\.2 Data for development and enhancement of AI system/);
      assert.match(text, /Understood as ISO\/IEC 42001/);
      await shoot('hover');
      await page.mouse.move(5, 5);
      await page.keyboard.press('Escape');
    },
  ],
  [
    'completes a control inside a table cell and fills its title',
    async ({ page, shoot }) => {
      await page.locator('.view-line', { hasText: 'Data provenance' }).first().click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      for (const _ of '| ') await page.keyboard.press('ArrowRight');
      await page.keyboard.type('A.7.', { delay: 60 });
      const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'A.7.5' });
      await row.waitFor();
      await page.keyboard.type('5', { delay: 60 });
      await row.first().waitFor();
      await shoot('completion');
      await page.keyboard.press('Enter');
      await line(page, /\|\s*A\.7\.5\s*\|\s*Data\s+provenance\s\|/).waitFor();
    },
  ],
  [
    'fixes a wrong title by the lightbulb',
    async ({ page, shoot }) => {
      const wrong = page.locator('.view-line', { hasText: 'A.7.4' }).first();
      const box = await wordBox(wrong, 'Data provenance');
      await page.mouse.click(box.x + 20, box.y + box.height / 2);
      await page.keyboard.press('Control+.');
      const action = page.locator('.action-widget .monaco-list-row', {
        hasText: 'change the title to "Quality of data for AI systems"',
      });
      await action.first().waitFor();
      await shoot('quick-fix');
      await action.first().click();
      await line(page, /A\.7\.4\s*\|\s*Quality\s+of\s+data\s+for\s+AI\s+systems/).waitFor();
      await page.keyboard.press('Control+Shift+M');
      await page
        .locator('.markers-panel .monaco-list-row', { hasText: 'is the title of `A.7.5`' })
        .waitFor({ state: 'detached' });
      await shoot('quick-fix-applied');
      await page.keyboard.press('Control+J');
    },
  ],
  [
    'writes nothing but the fix',
    async ({ page, folders }) => {
      await page.keyboard.press('Control+s');
      const path = join(folders.workspace, 'docs/soa.md');
      const saved = await eventually(
        () => readFileSync(path, 'utf8'),
        (text) => text.includes('Quality of data for AI systems'),
      );
      assert.match(saved, /\| A\.7\.4 \| Quality of data for AI systems \| Yes \| R-02 \| Planned \| \|/);
      assert.match(
        saved,
        /\| A\.7\.2 \| Data for development and enhancement of AI system \| Yes \| R-01 \| Implemented \| \[Policy\]\(policy\.md\) \|/,
      );
    },
  ],
  [
    'goes from a control to its row',
    async ({ page }) => {
      await page.keyboard.press('Control+p');
      await page.locator('.quick-input-widget input').first().fill('policy.md');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'policy.md' }).first().waitFor();
      await page.keyboard.press('Enter');
      const box = await wordBox(line(page, 'Training data'), 'A.7.2');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.press('F12');
      await line(page, 'Data for development').waitFor();
    },
  ],
  [
    'goes from a risk in the Statement of Applicability to the register, and back',
    async ({ page, shoot }) => {
      const box = await wordBox(line(page, 'Data for development'), 'R-01');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.press('F12');
      await line(page, 'Old records teach').waitFor();
      await shoot('risk-from-soa');
      const id = await wordBox(line(page, 'id: R-01'), 'R-01');
      await page.mouse.click(id.x + id.width / 2, id.y + id.height / 2);
      await page.keyboard.press('Shift+F12');
      // The row is the only mention, so the editor goes there without asking.
      await line(page, 'Data for development').waitFor();
      await page.locator('.statusbar-item', { hasText: 'Ln 20' }).waitFor();
    },
  ],
  [
    'explains a key of a record and offers those it lacks',
    async ({ page, shoot }) => {
      await page.keyboard.press('F12');
      await line(page, 'Old records teach').waitFor();
      await pointAt(page, 'likelihood');
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'likelihood' }).first().waitFor();
      await shoot('record-key');
      await page.mouse.move(5, 5);
      await page.keyboard.press('Control+End');
      await page.keyboard.type('    trea', { delay: 60 });
      await page.locator('.suggest-widget .monaco-list-row', { hasText: 'treatment' }).first().waitFor();
      await shoot('record-completion');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+s');
    },
  ],
  [
    'does the same in front matter and in a table',
    async ({ page, shoot }) => {
      await openFile(page, 'triage-bot.md');
      await line(page, 'stage: operation').waitFor();
      await pointAt(page, 'stage');
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'life cycle' }).first().waitFor();
      await shoot('record-key-front-matter');
      await page.mouse.move(5, 5);
      await line(page, 'stage: operation').click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      // VS Code does not suggest while typing in Markdown unless it is asked.
      await page.keyboard.type('purp', { delay: 60 });
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget .monaco-list-row', { hasText: 'purpose' }).first().waitFor();
      await shoot('record-completion-front-matter');
      await page.keyboard.press('Escape');
      for (const _ of 'purp\n') await page.keyboard.press('Backspace');
      await pointAt(page, 'Treatment');
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'What is done about it' }).first().waitFor();
      await shoot('record-key-table');
      await page.mouse.move(5, 5);
      await line(page, 'R-08').click();
      await page.keyboard.press('End');
      for (const _ of ' | CTO |') await page.keyboard.press('ArrowLeft');
      await page.keyboard.type('mo', { delay: 60 });
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget .monaco-list-row', { hasText: 'modify' }).first().waitFor();
      await shoot('record-completion-table');
      await page.keyboard.press('Enter');
      await line(page, /R-08.*modify/).waitFor();
      await page.keyboard.press('Control+s');
    },
  ],
  [
    'shows readiness as a tree and in the status bar',
    async ({ page, shoot }) => {
      await page.locator('.activitybar .action-label[aria-label^="AIMS"]').click();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'Clauses 4–10' }).waitFor();
      await expand(page, 'Annex A');
      await expand(page, 'A.7');
      const control = page.locator('.pane-body .monaco-list-row', { hasText: 'A.7.2' });
      await control.waitFor();
      assert.match(await control.textContent(), /current/);
      assert.match(
        await page
          .locator('#aims-docs\\.aims-docs\\.aims\\.status, .statusbar-item[aria-label*="AIMS readiness"]')
          .first()
          .textContent(),
        /AIMS \d+\/38 · \d+\/32/,
      );
      await shoot('readiness');
    },
  ],
  [
    'follows a document that appears on disk, and keeps open what was open',
    async ({ page, folders, shoot }) => {
      await page.locator('.pane-body .monaco-list-row', { hasText: 'documents 3 of 14' }).waitFor();
      writeFileSync(join(folders.workspace, 'docs/scope.md'), SCOPE);
      await page.locator('.pane-body .monaco-list-row', { hasText: 'documents 4 of 14' }).waitFor();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'A.7.2' }).waitFor();
      await shoot('new-on-disk');
    },
  ],
  [
    'shows the documents when asked for that view',
    async ({ page, shoot }) => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('>Choose Readiness View');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Choose Readiness View' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Documents' }).first().click();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'AI risk register' }).first().waitFor();
      await shoot('documents');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('>Show Readiness by Annex A Domain');
      await page.keyboard.press('Enter');
      await page.locator('.pane-body .monaco-list-row[aria-label^="Documents"]').waitFor({ state: 'detached' });
      await page.locator('.pane-body .monaco-list-row', { hasText: 'A.7.2' }).first().waitFor();
    },
  ],
  [
    'opens the place a line of the tree is about',
    async ({ page }) => {
      await page.locator('.pane-body .monaco-list-row', { hasText: 'A.7.2' }).first().click();
      await line(page, 'Data for development').waitFor();
    },
  ],
  [
    'writes a new document of a kind that is missing',
    async ({ page, folders, shoot }) => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('>AIMS: New Document');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Document' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list', { hasText: 'asked for and missing' }).waitFor();
      await shoot('new-document-kinds');
      await page.locator('.quick-input-widget input').first().fill('impact assessment procedure');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'impact assessment procedure' })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await line(page, 'kind: impact-assessment-procedure').waitFor();
      await page.locator('.statusbar-item', { hasText: 'Ln 7' }).waitFor();
      // The caret stands at the first thing to fill in, and Tab leads to the next.
      await page.keyboard.type('Head of AI');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Managing director');
      await line(page, /owner:.*Head\s+of\s+AI/).waitFor();
      await line(page, /approver:.*Managing\s+director/).waitFor();
      await shoot('new-document');
      await page.keyboard.press('Control+s');
      const path = join(folders.workspace, 'docs/impact-assessment-procedure.md');
      await eventually(
        () => readFileSync(path, 'utf8'),
        (text) => text.includes('owner: "Head of AI"'),
      );
    },
  ],
  [
    'leaves a folder without aims.yaml in peace and offers to set it up',
    async ({ page, open, shoot }) => {
      await open('plain');
      await page.locator('.activitybar .action-label[aria-label^="AIMS"]').click();
      await page.locator('.welcome-view-content .monaco-button', { hasText: 'Check this folder as an AIMS' }).waitFor();
      await shoot('welcome');
    },
  ],
  [
    'sets up aims.yaml',
    async ({ page, folders, shoot }) => {
      await page.locator('.welcome-view-content .monaco-button', { hasText: 'Set up aims.yaml' }).click();
      await line(page, 'organization').waitFor();
      const path = join(folders.plain, 'aims.yaml');
      await eventually(
        () => readFileSync(path, 'utf8'),
        (text) => text.includes('frameworks: ["42001"]'),
      );
      await page.locator('.pane-body .monaco-list-row', { hasText: 'Clauses 4–10' }).waitFor();
      await shoot('set-up');
    },
  ],
];

const SCOPE = `---
id: SCO-001
title: Scope of the AI management system
kind: scope
version: "1.0"
status: approved
owner: Head of AI
approver: Managing director
approved_on: 2026-06-01
next_review: 2099-06-01
---

# Scope of the AI management system

The AI management system covers every AI system the clinic uses.
`;

const line = (page, text) => page.locator('.editor-instance .view-line', { hasText: text }).first();

async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The tree is drawn anew after an edit, and a click in that moment selects without opening. */
async function expand(page, text) {
  const row = page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  await row.click();
  await eventually(
    async () => {
      const open = await row.getAttribute('aria-expanded');
      if (open !== 'true') await page.keyboard.press('ArrowRight');
      return open;
    },
    (open) => open === 'true',
  );
}

async function pointAt(page, text) {
  const box = await wordBox(page.locator('.view-line', { hasText: text }).first(), text);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
}

/** Where a word stands inside a line of the editor, which is made of many spans. */
async function wordBox(locator, word) {
  await locator.waitFor();
  return locator.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.textContent.replaceAll('\u00a0', ' ');
    }
    const at = text.indexOf(wanted);
    const place = (offset) => {
      const entry = nodes.filter(({ start }) => start <= offset).at(-1);
      return [entry.node, offset - entry.start];
    };
    const range = document.createRange();
    range.setStart(...place(at));
    range.setEnd(...place(at + wanted.length - 1));
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, word);
}

async function eventually(read, isRight, milliseconds = 15_000) {
  for (const end = Date.now() + milliseconds; ; ) {
    let value;
    try {
      value = await read();
      if (isRight(value)) return value;
    } catch {
      // Not there yet.
    }
    if (Date.now() > end) assert.fail(`Waited too long; last seen: ${String(value).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
