import { PostingEditor } from '../pages/posting-editor';
import { draft } from '../support/postings';
import { expect, test } from './fixtures';

test('the preview follows what is typed', async ({ employer }) => {
  const editor = await new PostingEditor(employer.page).open();
  await expect(editor.preview).toContainText('Here you see the description as it will look.');
  await editor.description.fill('## Duties\n\nYou look after **old trees**.');
  await expect(editor.preview.getByRole('heading', { name: 'Duties' })).toBeVisible();
  await expect(editor.preview.locator('strong')).toHaveText('old trees');
  await editor.description.pressSequentially('\n\n- climb\n- prune');
  await expect(editor.preview.getByRole('listitem')).toHaveText(['climb', 'prune']);
  await editor.description.fill('');
  await expect(editor.preview).toContainText('Here you see the description as it will look.');
});

test('it begins with what is stored, and shows nothing harmful', async ({ employer }) => {
  const posting = await draft(employer, { description: 'Stored **words**' });
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await expect(editor.preview.locator('strong')).toHaveText('words');
  await editor.description.fill('New <img src=x onerror="document.title=1"> [x](javascript:alert(1)) *words*');
  await expect(editor.preview.locator('em')).toHaveText('words');
  await expect(editor.preview.locator('[onerror], [href^="javascript"]')).toHaveCount(0);
});

test('saving keeps the page and says that it is done', async ({ employer }) => {
  const posting = await draft(employer);
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await employer.page.evaluate(() => void Object.assign(window, { stillThere: true }));
  await editor.city.fill('Dresden');
  await editor.saveDraft();
  await editor.expectDone('The posting is saved.');
  await expect(editor.city).toHaveValue('Dresden');
  expect(await employer.page.evaluate(() => 'stillThere' in window)).toBe(true);
  await editor.city.fill('Pirna');
  const saved = editor.page.waitForResponse('**/api/save_posting?*');
  await editor.saveDraft();
  await saved;
  await editor.page.reload();
  await expect(editor.city).toHaveValue('Pirna');
});
