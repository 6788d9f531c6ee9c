//! Which fields a form has: those that its server function reads. Other fields are not stored.

use leptos::server_fn::ServerFn;
use serde::{Serialize, de::DeserializeOwned};
use url::form_urlencoded;

use crate::{
    accounts::{
        api::{Login, Register, SaveAccount},
        links::api::{ForgotPassword, ResetPassword},
        second_factor::api::{AddPasskey, LoginWithPasskey, RenamePasskey},
        staff::api::{MakeInvitedAccount, SetUpSite},
    },
    applications::api::{AnswerAsGuest, ChangeStage, MailGuestLinks, SaveStages, SignUpGuest},
    companies::api::{InviteMember, SaveCompany},
    jobs::api::{PreviewPosting, SavePosting},
    messages::api::{AskCompany, EditMessage, ReportConversation},
    profiles::api::{SavePreferences, SaveProfile},
    resumes::api::RenameResume,
};

pub(super) type Fields = Vec<(String, String)>;

/// The text fields of the forms that carry files, which no server function reads.
const BESIDE_FILES: [&str; 9] =
    ["resume", "letter", "name", "email", "phone", "text", "posting", "source", "source_text"];

/// A server function that a form is sent to.
struct Form {
    path: &'static str,
    /// The action of the form that this is a button of, or the same path.
    action: &'static str,
    read: fn(&str) -> Option<Fields>,
}

/// Every server function whose form has something to type or choose.
const FORMS: &[Form] = &[
    form::<Login>(),
    Form { action: Login::PATH, ..form::<LoginWithPasskey>() },
    form::<Register>(),
    form::<SaveAccount>(),
    form::<ForgotPassword>(),
    form::<ResetPassword>(),
    form::<AddPasskey>(),
    form::<RenamePasskey>(),
    form::<SetUpSite>(),
    form::<MakeInvitedAccount>(),
    form::<SaveCompany>(),
    form::<InviteMember>(),
    form::<ChangeStage>(),
    form::<AnswerAsGuest>(),
    form::<MailGuestLinks>(),
    form::<SignUpGuest>(),
    form::<SaveStages>(),
    form::<AskCompany>(),
    form::<EditMessage>(),
    form::<ReportConversation>(),
    form::<SavePosting>(),
    Form { action: SavePosting::PATH, ..form::<PreviewPosting>() },
    form::<SavePreferences>(),
    form::<SaveProfile>(),
    form::<RenameResume>(),
];

const fn form<S: ServerFn + Serialize + DeserializeOwned>() -> Form {
    Form { path: S::PATH, action: S::PATH, read: read::<S> }
}

/// The fields to store of a body sent to `path`, and the form's action; `None` where nothing is typed into that form.
pub(super) fn fields(path: &str, body: &str) -> Option<(&'static str, Fields)> {
    let form = FORMS.iter().find(|form| form.path == path)?;
    Some((form.action, (form.read)(body)?))
}

/// The same of a form that carried files.
pub(super) fn fields_beside_files(fields: Fields) -> Fields {
    fields.into_iter().filter(|(name, _)| BESIDE_FILES.contains(&name.as_str())).collect()
}

/// Parses a body as the server function does, and serializes what was parsed.
fn read<S: Serialize + DeserializeOwned>(body: &str) -> Option<Fields> {
    let input: S = serde_qs::Config::new(5, false).deserialize_str(body).ok()?;
    let known = serde_qs::to_string(&input).ok()?;
    let fields = form_urlencoded::parse(known.as_bytes()).map(|(name, value)| (name_of(&name), value.into_owned()));
    Some(fields.filter(|(name, _)| !name.contains("password") && name != "token" && name != "answer").collect())
}

/// The name of an input: entries of a list come with an index.
fn name_of(name: &str) -> String {
    match name.split_once('[') {
        Some((list, _)) => format!("{list}[]"),
        None => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(fields: &Fields) -> Vec<(&str, &str)> {
        fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect()
    }

    #[test]
    fn only_what_the_function_reads_is_kept() {
        let body = "headline=A+%26+B&place=&phone=1&about=x%0D%0Ay&skills=&links=&more=xxx&headline2=y";
        let (_, kept) = fields(SaveProfile::PATH, body).unwrap();
        let all =
            [("headline", "A & B"), ("place", ""), ("phone", "1"), ("about", "x\r\ny"), ("skills", ""), ("links", "")];
        assert_eq!(pairs(&kept), all);
        assert_eq!(fields("/api/logout", "a=b"), None);
        assert_eq!(fields(SaveProfile::PATH, "headline[0][0][0][0][0][0]=x"), None);
    }

    #[test]
    fn lists_keep_the_names_of_their_boxes() {
        let body = "titles=&categories[]=data&categories[]=legal&places=&least_pay=1&currency=EUR";
        let (_, kept) = fields(SavePreferences::PATH, body).unwrap();
        let boxes: Vec<_> = pairs(&kept).into_iter().filter(|(name, _)| *name == "categories[]").collect();
        assert_eq!(boxes, [("categories[]", "data"), ("categories[]", "legal")]);
    }

    #[test]
    fn a_button_of_a_form_belongs_to_it() {
        let (action, kept) = fields(PreviewPosting::PATH, "title=Nurse").unwrap();
        assert_eq!(action, SavePosting::PATH);
        assert!(kept.contains(&("title".to_string(), "Nurse".to_string())), "{kept:?}");
    }

    #[test]
    fn passwords_are_never_kept() {
        let (_, kept) = fields(Register::PATH, "name=A&password=secret+words&role=seeker").unwrap();
        assert!(kept.iter().all(|(_, value)| !value.contains("secret")), "{kept:?}");
    }
}
