import { Screen } from './screen';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** Given by an employer. */
  company?: string;
}

export class RegisterPage extends Screen {
  readonly company = this.main.getByLabel('Company');
  readonly name = this.main.getByLabel('Your name');
  readonly email = this.main.getByLabel('E-mail');
  readonly password = this.main.getByLabel('Password', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/register');
    return this;
  }

  async register({ name, email, password, company }: NewAccount): Promise<void> {
    if (company === undefined) {
      await this.main.getByRole('radio', { name: 'I am looking for a job' }).check();
    } else {
      await this.main.getByRole('radio', { name: 'I am hiring' }).check();
      await this.company.fill(company);
    }
    await this.name.fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.main.getByRole('button', { name: 'Create account' }).click();
  }
}
