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

test('buttons write what Markdown can, and take it back', async ({ employer }) => {
  const editor = await new PostingEditor(employer.page).open();
  await editor.description.fill('Plant trees');
  await editor.description.selectText();
  await editor.button('Bold').click();
  await expect(editor.description).toHaveValue('**Plant trees**');
  await expect(editor.preview.locator('strong')).toHaveText('Plant trees');
  await editor.description.selectText();
  await editor.button('Bold').click();
  await expect(editor.description).toHaveValue('Plant trees');
  await editor.button('List').click();
  await expect(editor.description).toHaveValue('- Plant trees');
  await expect(editor.main.getByText('Unsaved changes')).toBeVisible();
});

test('what is pasted from a page keeps its form', async ({ employer }) => {
  const editor = await new PostingEditor(employer.page).open();
  await editor.description.focus();
  await editor.description.evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Tasks Plant trees Water them');
    data.setData('text/html', '<h2>Tasks</h2><ul><li>Plant <b>trees</b></li><li>Water them</li></ul>');
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  });
  await expect(editor.description).toHaveValue('## Tasks\n\n- Plant **trees**\n- Water them');
});

test('pay is shown as readers will see it', async ({ employer }) => {
  const editor = await new PostingEditor(employer.page).open();
  await editor.payMin.fill('40000');
  await editor.payMax.fill('52000');
  await editor.currency.selectOption('EUR');
  await editor.payPeriod.selectOption('year');
  await expect(editor.main.locator('.pay-shown')).toContainText(/40,000–.*52,000.* a year/);
  await editor.payMax.fill('nothing');
  await expect(editor.main.locator('.pay-shown')).toHaveText('');
});

test('the bar of the editor stays', async ({ employer }) => {
  const editor = await new PostingEditor(employer.page).open();
  await editor.closesOn.scrollIntoViewIfNeeded();
  await expect(editor.button('Save draft')).toBeInViewport();
});
