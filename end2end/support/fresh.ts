import { randomBytes, randomInt } from 'node:crypto';

const first = ['Ada', 'Bruno', 'Carla', 'Dario', 'Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaya', 'Lena'];
const last = ['Abel', 'Brandt', 'Cordes', 'Duarte', 'Ekdal', 'Fischer', 'Grimm', 'Holt', 'Iversen', 'Jansen', 'Koch'];
const word = () => randomBytes(5).toString('hex');
const one = (list: string[]) => list[randomInt(list.length)];
const syllable = () => one([...'bdfgklmnprst']) + one([...'aeiou']);

/** Things that no other spec has: specs run side by side against one site. */
export const fresh = {
  /** A word that a search finds nowhere else. */
  word: () => `zq${word()}`,
  name: () => `${one(first)} ${one(last)}-${one([...'BDFGKLMNPRST'])}${one([...'aeiou'])}${syllable()}`,
  email: (name = 'someone') => `${name.toLowerCase().replace(/\W+/g, '.')}.${word()}@people.example`,
  password: () => `${word()} ${word()}`,
  company: () => `${one(last)} ${word()} GmbH`,
  /** Rates are limited by address, so everybody has their own. */
  address: () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
};
