import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
    'shows readiness as a tree and in the status bar',
    async ({ page, shoot }) => {
      await page.locator('.activitybar .action-label[aria-label^="AIMS"]').click();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'Clauses 4–10' }).waitFor();
      const annex = page.locator('.pane-body .monaco-list-row', { hasText: 'Annex A' });
      await annex.click();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'A.7' }).first().click();
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
    'opens the place a line of the tree is about',
    async ({ page }) => {
      await page.locator('.pane-body .monaco-list-row', { hasText: 'A.7.2' }).first().click();
      await line(page, 'Data for development').waitFor();
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

const line = (page, text) => page.locator('.editor-instance .view-line', { hasText: text }).first();

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
      value = read();
      if (isRight(value)) return value;
    } catch {
      // Not there yet.
    }
    if (Date.now() > end) assert.fail(`Waited too long; last seen: ${String(value).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
