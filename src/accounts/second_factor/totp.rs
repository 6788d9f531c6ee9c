//! The codes of authenticator apps (RFC 6238): six digits, a new one every 30 seconds, SHA-1, which is what all apps
//! understand.

use fast_qr::{ECL, QRBuilder};
use totp_rs::{Builder, Totp};
use url::Url;

use super::model::{AppSetup, QrPicture};
use crate::{
    db::now,
    error::{AppError, internal},
    platform::site::Site,
};

/// Light modules around a QR code.
const MARGIN: usize = 4;

/// A secret of 160 bits.
pub fn new_secret() -> Result<Vec<u8>, AppError> {
    let mut bytes = vec![0; 20];
    getrandom::fill(&mut bytes).map_err(internal)?;
    Ok(bytes)
}

/// Which step's code this is, one before to one after the present one.
pub fn step_of(secret: &[u8], code: &str) -> Result<Option<i64>, AppError> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let step = codes(secret, "", "Jobi")?.check(&digits, now().timestamp() as u64);
    Ok(step.map(|step| step as i64))
}

/// What an app is set up with.
pub fn setup(secret: &[u8], site: &Site, account: &str) -> Result<AppSetup, AppError> {
    let host = Url::parse(&site.origin).ok().and_then(|url| url.host_str().map(String::from)).unwrap_or_default();
    let codes = codes(secret, account, &format!("Jobi {host}"))?;
    let text = codes.secret().to_base32();
    let groups: Vec<&str> =
        text.as_bytes().chunks(4).map(|four| std::str::from_utf8(four).unwrap_or_default()).collect();
    Ok(AppSetup { secret: groups.join(" "), picture: picture(&codes.to_url().map_err(internal)?)? })
}

/// Names hold no colon: it would end them.
fn codes(secret: &[u8], account: &str, issuer: &str) -> Result<Totp, AppError> {
    let plain = |name: &str| name.replace(':', " ");
    let builder = Builder::new().with_secret(secret.to_vec());
    builder.with_account_name(plain(account)).with_issuer(Some(plain(issuer))).build().map_err(internal)
}

fn picture(text: &str) -> Result<QrPicture, AppError> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|error| internal(format!("{error:?}")))?;
    let mut dark = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = code[y][x..code.size].iter().take_while(|module| module.value()).count();
            if run > 0 {
                dark += &format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    Ok(QrPicture { side: code.size + 2 * MARGIN, dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_of_its_step_and_of_those_beside_it() {
        let secret = new_secret().unwrap();
        let now = now().timestamp() as u64;
        let code = |at: u64| codes(&secret, "", "Jobi").unwrap().generate(at).to_string();
        let step = |at: u64| step_of(&secret, &code(at)).unwrap();
        assert!([-1, 0, 1].map(|d| Some(now as i64 / 30 + d)).contains(&step(now)));
        assert_eq!(step(now + 90), None);
        assert_eq!(step(now - 90), None);
        let spaced = code(now);
        assert_eq!(step_of(&secret, &format!(" {} {}", &spaced[..3], &spaced[3..])).unwrap(), step(now));
        for nonsense in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] {
            assert_eq!(step_of(&secret, nonsense).unwrap(), None, "{nonsense}");
        }
    }

    #[test]
    fn an_app_is_told_whose_code_it_is() {
        let site = Site { origin: "http://[::1]:3000".into(), is_local: true, ..Site::default() };
        let setup = setup(&[7; 20], &site, "ada@people.example").unwrap();
        assert_eq!(setup.secret.replace(' ', "").len(), 32);
        assert!(setup.picture.side > 40 && setup.picture.dark.starts_with("M4 4h7v1h-7z"), "{:?}", setup.picture);
    }
}
