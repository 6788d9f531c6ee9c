import { Screen } from './screen';

export class LoginPage extends Screen {
  readonly email = this.main.getByLabel('E-mail');
  readonly password = this.main.getByLabel('Password', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/login');
    return this;
  }

  async login(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.main.getByRole('button', { name: 'Log in', exact: true }).click();
  }
}
