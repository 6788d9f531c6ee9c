//! Demo cover letters: three short paragraphs.

use super::generate::{Company, Kind, fill, pick, rng};
use super::people::Seeker;
use super::postings::Posting;

const OPEN: &[&str] = &[
    "Dear team at {company},\nyour posting for {title} describes the work I have been doing, and the way I would like to do it.",
    "Dear {company} team,\nI read about the {title} position twice: once out of curiosity, and once to check that it is really in {city}.",
    "Hello {company},\na friend sent me your posting for {title}, with the note that it sounded like me. I think she is right.",
    "Dear colleagues at {company},\nI would like to apply for the position of {title}. What you write about your team made the decision easy.",
    "Dear hiring team,\nI have followed {company} for some time, so the opening for {title} is a welcome reason to write.",
];

const MIDDLE: &[&str] = &[
    "At {employer} I work with {skill} every day, and with {other} whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.",
    "My last years at {employer} revolved around {skill}. I also learned a good deal about {other}, mostly from people who were patient with me, and I have tried to pass that on.",
    "As {role} at {employer} I was responsible for {skill} and part of {other}. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.",
    "What I would bring: solid practice in {skill}, working knowledge of {other}, and the habit of finishing. At {employer} I am the person who reads the manual, and who then writes a shorter one.",
    "Two things from {employer} might be of use to you: experience with {skill}, and an honest view of what {other} can and cannot do.",
];

const CLOSE: &[&str] = &[
    "I could start within two months and would be glad to meet you in {city} or by video.\nKind regards,\n{name}",
    "My resume is attached. I am happy to answer questions, and I have a few of my own.\nBest wishes,\n{name}",
    "I would enjoy a conversation, and a trial day even more.\nWith kind regards,\n{name}",
    "Thank you for reading this far. I look forward to hearing from you.\nSincerely,\n{name}",
];

const DE_OPEN: &[&str] = &[
    "Guten Tag,\nIhre Anzeige „{title}“ beschreibt ziemlich genau, was ich gern und seit Jahren tue.",
    "Liebes Team von {company},\nauf die Stelle „{title}“ bin ich hier aufmerksam geworden und bewerbe mich mit Freude.",
];

const DE_MIDDLE: &[&str] = &[
    "Bei {employer} arbeite ich täglich mit {skill} und kenne mich auch mit {other} gut aus. Wichtig sind mir klare Absprachen und saubere Übergaben.",
    "Aus meiner Zeit bei {employer} bringe ich Erfahrung mit {skill} mit, dazu solides Wissen über {other} und die Gewohnheit, Dinge zu Ende zu bringen.",
];

const DE_CLOSE: &[&str] = &[
    "Über ein Kennenlernen in {city} freue ich mich.\nMit freundlichen Grüßen\n{name}",
    "Anfangen könnte ich in zwei Monaten, und auf einen Probetag hätte ich große Lust.\nHerzliche Grüße\n{name}",
];

/// The letter of application `i`, in the posting's language.
pub fn cover_letter(seed: u64, i: usize, posting: &Posting, company: &Company, seeker: &Seeker) -> String {
    let rng = &mut rng(seed, Kind::Letter, i);
    let parts = if posting.language == "de" { [DE_OPEN, DE_MIDDLE, DE_CLOSE] } else { [OPEN, MIDDLE, CLOSE] };
    let (employer, role) = match seeker.experience.first() {
        Some(job) => (job.company.as_str(), job.title.as_str()),
        None => ("my last employer", "a beginner"),
    };
    // What both sides name comes first.
    let mut skills: Vec<_> = seeker.skills.iter().filter(|skill| posting.skills.contains(skill)).copied().collect();
    skills.extend(seeker.skills.iter().filter(|skill| !posting.skills.contains(skill)));
    let vars = [
        ("title", posting.title.as_str()),
        ("company", company.name.as_str()),
        ("city", posting.city),
        ("employer", employer),
        ("role", role),
        ("skill", skills.first().unwrap_or(&"people")),
        ("other", skills.get(1).unwrap_or(&"planning")),
        ("name", seeker.name.as_str()),
    ];
    let mut out = String::with_capacity(800);
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            out.push_str("\n\n");
        }
        fill(&mut out, pick(rng, part), &vars);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::generate::company;
    use super::super::people::seeker;
    use super::super::postings::posting;
    use super::*;

    #[test]
    fn letters_have_three_paragraphs_and_name_the_posting() {
        for i in 0..500 {
            let (posting, seeker) = (posting(2, i, 100), seeker(2, i));
            let company = company(2, posting.company);
            let letter = cover_letter(2, i, &posting, &company, &seeker);
            assert_eq!(letter.split("\n\n").count(), 3);
            assert!(letter.contains(&seeker.name));
            assert!(letter.contains(&posting.title) || letter.contains(&company.name));
            assert_eq!(letter, cover_letter(2, i, &posting, &company, &seeker));
        }
    }
}
