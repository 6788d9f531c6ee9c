import { expect } from '@playwright/test';
import { fresh } from './fresh';
import { send, type Person } from './people';

/** A posting as its form holds it: values, not words. */
export interface NewPosting {
  title: string;
  category: string;
  description: string;
  employment_type: string;
  workplace: string;
  city: string;
  region: string;
  country: string;
  pay_min: string;
  pay_max: string;
  currency: string;
  pay_period: string;
  skills: string;
  closes_on: string;
}

export interface Posting extends NewPosting {
  id: string;
  slug: string;
}

/** The form of a posting that no other spec has. */
export function newPosting(overrides: Partial<NewPosting> = {}): NewPosting {
  return {
    title: `Gardener ${fresh.word()}`,
    category: 'science',
    description: '## What you do\n\nYou look after **old trees**.\n\n- climb\n- prune',
    employment_type: 'part_time',
    workplace: 'hybrid',
    city: 'Leipzig',
    region: 'Sachsen',
    country: 'DE',
    pay_min: '41000',
    pay_max: '52000',
    currency: 'EUR',
    pay_period: 'year',
    skills: 'Pruning, Arboriculture',
    closes_on: '',
    ...overrides,
  };
}

/** Publishes a posting without the detour through the editor. */
export async function publish(employer: Person, overrides: Partial<NewPosting> = {}): Promise<Posting> {
  return save(employer, 'publish', overrides);
}

/** Keeps a posting as a draft. */
export async function draft(employer: Person, overrides: Partial<NewPosting> = {}): Promise<Posting> {
  return save(employer, 'save', overrides);
}

async function save(employer: Person, action: string, overrides: Partial<NewPosting>): Promise<Posting> {
  const form = newPosting(overrides);
  const location = await send(employer.page, '/api/save_posting', { ...form, id: '', version: '', action });
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(location)?.[0] ?? '';
  expect(id, location).not.toBe('');
  if (action !== 'publish') return { ...form, id, slug: '' };
  const list = await (await employer.page.request.get(`/jobs?q=${encodeURIComponent(form.title)}`)).text();
  const slug = /href="\/jobs\/([^"?/]+)"[^>]*>/.exec(list.slice(list.indexOf('job-row__title')))?.[1] ?? '';
  expect(slug, `the posting “${form.title}” in the list`).not.toBe('');
  return { ...form, id, slug };
}
