import { ready } from '../support/ready';
import { Screen } from './screen';
import type { Locator } from '@playwright/test';

export type Role = 'Owner' | 'Recruiter' | 'Hiring manager' | 'Interviewer';

/** `/employer/team` */
export class TeamPage extends Screen {
  readonly email = this.main.getByLabel('E-mail');
  readonly role = this.main.getByLabel('Role', { exact: true });
  /** The link of the invitation that was made last. */
  readonly link = this.main.getByLabel('The invitation was mailed');
  readonly members = this.section('Members').getByRole('listitem');
  readonly invitations = this.section('Invitations').getByRole('listitem');

  async open(): Promise<this> {
    await this.page.goto('/employer/team');
    return this;
  }

  member(name: string): Locator {
    return this.members.filter({ hasText: name });
  }

  /** Invites somebody, and tells where the link leads. */
  async invite(email: string, role: Role): Promise<string> {
    await this.email.fill(email);
    await this.role.selectOption(role);
    await this.main.getByRole('button', { name: 'Make an invitation' }).click();
    await this.expectDone('The invitation is made. Its link stands below.');
    return this.path();
  }

  /** Makes a new link for the invitation of an address. */
  async renew(email: string): Promise<string> {
    await this.invitations.filter({ hasText: email }).getByRole('button', { name: 'Make a new link' }).click();
    await this.expectDone('There is a new link, and the one before works no longer.');
    return this.path();
  }

  async withdraw(email: string): Promise<void> {
    await this.invitations.filter({ hasText: email }).getByRole('button', { name: 'Withdraw' }).click();
    await this.expectDone('The invitation is withdrawn.');
  }

  async changeRole(name: string, role: Role): Promise<void> {
    const member = this.member(name);
    await member.getByRole('combobox').selectOption(role);
    await member.getByRole('button', { name: 'Change role' }).click();
  }

  async remove(name: string): Promise<void> {
    const member = this.member(name);
    await member.locator('summary').filter({ hasText: 'Remove' }).click();
    await member.getByRole('button', { name: 'Remove from the company' }).click();
  }

  async leave(): Promise<void> {
    const section = this.section('Leave the company');
    await section.locator('summary').click();
    await section.getByRole('button', { name: 'Leave the company' }).click();
  }

  private async path(): Promise<string> {
    return new URL(await this.link.inputValue()).pathname;
  }
}

/** `/invitation/{token}` */
export class InvitationPage extends Screen {
  readonly accept = this.main.getByRole('button', { name: 'Accept' });
  readonly register = this.main.getByRole('link', { name: 'Make an account' });
  readonly login = this.main.getByRole('link', { name: 'Log in and accept' });

  async open(path: string): Promise<this> {
    await this.page.goto(path);
    return this;
  }
}

/** Acts for a company, or as a job seeker, by the menu with the person's name. */
export async function actFor(screen: Screen, name: string): Promise<void> {
  await screen.accountMenu.locator('summary').click();
  await Promise.all([screen.page.waitForEvent('load'), screen.accountMenu.getByRole('button', { name }).click()]);
  await ready(screen.page);
}
