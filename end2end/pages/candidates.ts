import { Screen } from './screen';
import type { Locator } from '@playwright/test';

/** `/employer/candidates` */
export class CandidatesPage extends Screen {
  readonly rows = this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  readonly names = this.rows.getByRole('rowheader').getByRole('link');
  readonly posting = this.main.getByLabel('Posting', { exact: true });
  readonly order = this.main.getByLabel('Sort', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/employer/candidates');
    return this;
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** The tab of a stage, which also says how many there are. */
  stage(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Stages' }).getByRole('link', { name });
  }

  async show(): Promise<void> {
    await this.main.getByRole('button', { name: 'Show' }).click();
  }
}

/** `/employer/candidates/{id}` */
export class CandidatePage extends Screen {
  readonly stage = this.main.locator('p').filter({ hasText: 'Stage' }).locator('.badge');
  readonly moveTo = this.main.getByLabel('Move to');
  /** What the form would move them to. */
  readonly chosen = this.moveTo.locator('option:checked');
  readonly letter = this.section('Cover letter');
  readonly history = this.section('What happened').getByRole('listitem');
  /** The resume, shown beside it. */
  readonly frame = this.main.locator('iframe');
  readonly download = this.main.getByRole('link', { name: 'Download' });

  async move(stage: string): Promise<void> {
    await this.moveTo.selectOption(stage);
    await this.press();
  }

  /** Sends what is chosen. */
  async press(): Promise<void> {
    await this.main.getByRole('button', { name: 'Change stage' }).click();
  }

  /** Takes a rejection back. */
  async undo(): Promise<void> {
    await this.main.getByRole('button', { name: 'Undo: back to' }).click();
  }

  /** The way to the candidates beside this one, and back to their list. */
  beside(name: 'Newer' | 'Older' | 'Back to the list'): Locator {
    return this.page.getByRole('navigation', { name: 'More candidates' }).getByRole('link', { name });
  }
}

/** `/employer/candidates/new` */
export class AddCandidatePage extends Screen {
  readonly posting = this.main.getByLabel('Posting', { exact: true });
  readonly name = this.main.getByLabel('Name', { exact: true });
  readonly email = this.main.getByLabel('E-mail');
  readonly phone = this.main.getByLabel('Phone');
  readonly file = this.main.getByLabel('Resume');
  readonly source = this.main.getByLabel('How you know them');
  readonly words = this.main.getByLabel('In your own words');

  async open(posting = ''): Promise<this> {
    await this.page.goto(`/employer/candidates/new${posting && `?posting=${posting}`}`);
    return this;
  }

  async send(): Promise<void> {
    await this.main.getByRole('button', { name: 'Add and tell them' }).click();
  }
}

/** `/employer/postings/{id}/stages` */
export class StagesPage extends Screen {
  readonly rows = this.main.locator('.stage-list').getByRole('listitem');
  readonly names = this.rows.getByRole('textbox');
  readonly newKind = this.main.getByLabel('Kind');

  async open(posting: string): Promise<this> {
    await this.page.goto(`/employer/postings/${posting}/stages`);
    return this;
  }

  async save(): Promise<void> {
    await this.main.locator('.form__actions').getByRole('button', { name: 'Save' }).click();
  }

  async press(act: 'Up' | 'Down' | 'Remove', stage: string): Promise<void> {
    await this.main.getByRole('button', { name: `${act}: ${stage}`, exact: true }).click();
  }

  async add(name: string, kind: string): Promise<void> {
    await this.main.getByRole('textbox', { name: /^Name( optional)?$/ }).fill(name);
    await this.newKind.selectOption(kind);
    await this.main.getByRole('button', { name: 'Add', exact: true }).click();
  }

  /** Where the applications of a stage go when it is removed. */
  peopleTo(stage: string): Locator {
    return this.main.getByLabel(`Where the applications of ${stage} go`);
  }
}
