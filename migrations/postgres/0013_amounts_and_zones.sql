-- Pay is kept in hundredths of its currency, for 15.50 an hour; pay_year stays in whole units.
UPDATE postings SET pay_min = pay_min * 100, pay_max = pay_max * 100 WHERE pay_min IS NOT NULL OR pay_max IS NOT NULL;

-- Days belong to where a company is: the IANA's name of its time zone; empty as long as none is chosen, which is UTC.
ALTER TABLE companies ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';

-- Phone numbers as they are dialled, beside what was typed: +4930123456;ext=5. Empty for those of before.
ALTER TABLE profiles ADD COLUMN phone_form TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN phone_form TEXT NOT NULL DEFAULT '';
