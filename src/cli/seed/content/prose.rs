//! Sentences every posting and company page draws from, whatever the trade.

pub const VALUES: &[&str] = &[
    "Decisions are written down where everyone can read them, and people are trusted with the reasons.",
    "Meetings are short, lunch is long, and nobody is praised for answering mail at midnight.",
    "About a third of the shares belong to the people who work here.",
    "Most of us stay for years; those who leave often come back with something new.",
    "We publish our pay bands, and we correct gaps when we find them.",
    "Colleagues from more than twenty countries work here, in teams small enough to know each other.",
    "Profit goes into better tools and training before it goes anywhere else.",
    "We would rather finish one thing well than announce three.",
    "Every new colleague has a companion for the first hundred days.",
    "Mistakes are discussed openly, with a view to the next time and not to the guilty.",
];

pub const HIRING: &[&str] = &[
    "Applications are read by people, and everybody gets an answer within two weeks.",
    "Our hiring takes two conversations and a paid trial day, no more.",
    "We look at what you can do and want to learn; gaps in a resume are not a problem.",
    "You will meet your future team before you decide, and they will meet you.",
    "Interviews follow the same questions for everyone, and you get them in advance.",
];

pub const OFFERS: &[&str] = &[
    "Thirty days of leave, plus the days between the years",
    "A permanent contract from the first day",
    "Flexible hours around a few fixed meetings",
    "A company pension with a real contribution",
    "Public transport pass or bicycle lease",
    "Pay bands that are open to everyone in the house",
    "A companion for your first hundred days",
    "Paid volunteer days, two each year",
    "Support with relocation, papers and finding a flat",
    "Places at a nearby nursery",
    "Fresh fruit is fine, but what we are proud of is sick pay from day one",
    "The option of a four-day week after the first half year",
    "Sabbaticals after five years, with a guaranteed return",
    "Language courses during working hours",
    "A quiet room, a loud room and a good kitchen",
    "A yearly talk about pay that you do not have to ask for",
];

pub const INTRO: &[&str] = &[
    "As {title} you join a team that knows its work and enjoys showing newcomers around.",
    "The position is new, because there is more good work than the present team can do.",
    "You follow a colleague who is retiring and who will be around for the first weeks.",
    "You will be one of {n} people in the team, with experience from one year to thirty.",
    "The position is open from now on; we will wait for the right person.",
    "Your first month belongs to learning; after that you own a part of the work yourself.",
];

pub const ON_SITE: &[&str] = &[
    "The place of work is {city}, ten minutes from the station.",
    "You work on site in {city}, with colleagues within earshot.",
    "This job is done in {city}, where the people and the tools are.",
];

pub const HYBRID: &[&str] = &[
    "Two or three days a week we meet in {city}; the others are yours to place.",
    "The office is in {city}, and half of the week can be spent at home.",
    "We share the week between {city} and the kitchen table.",
];

pub const REMOTE: &[&str] = &[
    "The position is remote within {country}, with a team week in {city} each quarter.",
    "Work from anywhere in {country}; we meet in {city} four times a year, at our expense.",
    "You work remotely from {country}, with a desk in {city} whenever you want one.",
];

pub const CLOSING: &[&str] = &[
    "Not every point fits? Write to us all the same, and tell us what you would bring instead.",
    "Please send a resume and a few lines about yourself; no photo and no date of birth needed.",
    "We welcome applications from everyone, and the building has a lift and a ramp.",
    "If you need an adjustment for the interview, tell us and we will arrange it.",
    "Questions first? Send a message here and someone from the team will answer.",
];

pub const DE_INTRO: &[&str] = &[
    "{company} sucht Verstärkung für den Standort {city}.",
    "Für unser Team in {city} suchen wir Sie als {title}.",
    "Wir bei {company} in {city} haben mehr gute Arbeit, als das Team allein schafft.",
];

pub const DE_INTRO_2: &[&str] = &[
    "Sie lernen in den ersten Wochen alles in Ruhe kennen und übernehmen dann einen eigenen Bereich.",
    "Die Stelle ist unbefristet gedacht, auch wenn manches mit einer Probezeit beginnt.",
    "Sie treffen auf {n} Kolleginnen und Kollegen, die ihr Handwerk verstehen und gern erklären.",
];

pub const DE_OFFERS: &[&str] = &[
    "30 Tage Urlaub, Heiligabend und Silvester frei",
    "Ein unbefristeter Vertrag vom ersten Tag an",
    "Betriebliche Altersvorsorge mit spürbarem Zuschuss",
    "Deutschlandticket oder Dienstrad, ganz nach Wunsch",
    "Offene Gehaltsbänder, die für alle gelten",
    "Weiterbildung in der Arbeitszeit",
    "Eine Patin oder ein Pate für die ersten hundert Tage",
    "Hilfe bei Umzug, Kita-Platz und Behördengängen",
    "Kurze Wege und Entscheidungen, die nachvollziehbar sind",
];

pub const DE_CLOSING: &[&str] = &[
    "Sie erfüllen nicht jeden Punkt? Schreiben Sie uns trotzdem.",
    "Ein Lebenslauf und ein paar Zeilen genügen, ein Foto brauchen wir nicht.",
    "Fragen vorab beantworten wir gern hier per Nachricht.",
];

pub const SUMMARY: &[&str] = &[
    "{title} with {years} years of practice, most of them in teams that ship, repair and explain.",
    "I have worked as {title} for {years} years and still like Mondays.",
    "For {years} years I have made a living as {title}, and a habit of finishing what I start.",
    "{years} years of experience as {title}, in small firms and large ones.",
];

pub const SUMMARY_2: &[&str] = &[
    "Colleagues come to me with questions about {skill}, and leave with a plan.",
    "I learn fastest from people who disagree with me kindly, and I care a lot about {skill}.",
    "What I look for: honest work, clear agreements and a chance to go deeper into {skill}.",
    "My strength is {skill}; my weakness is leaving a problem alone over lunch.",
    "I enjoy teaching {skill} as much as doing it.",
];
