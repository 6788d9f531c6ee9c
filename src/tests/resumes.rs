//! Resumes: sent, stored, read by those who may.

use axum::http::StatusCode;
use futures::future::join_all;

use super::{
    fixtures::{NewPosting, pdf, pdf_file},
    support::*,
};
use crate::{
    error::{AppError, Problem},
    platform,
    resumes::{Resume, ResumeProblem},
};

fn file(name: &'static str, bytes: Vec<u8>) -> File {
    File { field: "file", name, bytes }
}

async fn upload(client: &Client, file: File) -> Answer {
    client.call_files("/resumes/upload", &[], &[file]).await
}

async fn list(client: &Client) -> Vec<Resume> {
    client.call("load_resumes", &[]).await.json()
}

/// A PDF of so many bytes.
fn pdf_of(size: usize) -> Vec<u8> {
    let pdf = |ballast: usize| platform::pdf::tests::pdf("", &vec![b' '; ballast]);
    // Numbers with as many digits as in the whole.
    let least = pdf(1_000_000).len() - 1_000_000;
    let bytes = pdf(size - least - 1);
    pdf(size - least - 1 + size - bytes.len())
}

const TEN_MEGABYTES: usize = 10 * 1024 * 1024;

on_both! {
    async fn a_resume_comes_back_byte_for_byte(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let mut bytes = pdf();
        bytes.splice(bytes.len()..bytes.len(), (0..=255).cycle().take(100_000));
        let form = ada.form("/resumes", "/resumes/upload", &[]).await;
        let page = ada.submit_files(&form, &[], &[file("Ada's \"best\" CV.final.pdf", bytes.clone())]).await;
        assert_eq!(page.toast(), "Your resume is uploaded.");
        let resume = list(&ada).await.remove(0);
        assert!(resume.name.starts_with("Ada's"), "{}", resume.name);
        assert_eq!((resume.size as usize, resume.is_default), (bytes.len(), true));

        let path = format!("/resumes/{}/file", resume.id);
        let shown = ada.open(&path).await;
        assert!(shown.body == bytes, "shown");
        assert_eq!(shown.header("content-type"), "application/pdf");
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
        assert_eq!(shown.header("cache-control"), "no-store");
        assert_eq!(shown.header("x-frame-options"), "SAMEORIGIN");
        assert!(shown.header("content-security-policy").contains("default-src 'none'"));
        assert!(shown.header("content-disposition").starts_with("inline;"));
        let saved = ada.open(&format!("{path}?download")).await;
        assert!(saved.body == bytes, "saved");
        assert!(saved.header("content-disposition").starts_with("attachment;"), "{}", saved.header("content-disposition"));
        assert!(saved.header("content-security-policy").contains("sandbox"));
        let page = ada.open(&format!("/resumes/{}", resume.id)).await;
        assert!(page.text().contains(&path), "viewed in the page");
    }

    async fn what_is_no_pdf_is_refused_whatever_its_name(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for (bytes, problem) in [
            (&b"MZ\x90\0"[..], Problem::NotAPdf),
            (&[0; 5000], Problem::NotAPdf),
            (b"", Problem::EmptyFile),
            (b"PK\x03\x04 word/document.xml", Problem::IsDocument),
            (b"%PDF-1.7 and no more", Problem::PdfDamaged),
            (include_bytes!("pdf/user-aes.pdf"), Problem::PdfLocked),
        ] {
            let answer = upload(&ada, file("cv.pdf", bytes.to_vec())).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.error(), AppError::field("file", problem));
        }
        let none = ada.call_files("/resumes/upload", &[], &[]).await;
        assert_eq!(none.error(), AppError::field("file", Problem::NoFile));
        let empty = ada.form("/resumes", "/resumes/upload", &[]).await;
        let page = ada.submit_files(&empty, &[], &[file("", Vec::new())]).await;
        assert_eq!(page.problem("file"), "Please choose a file.");
        let page = ada.submit_files(&empty, &[], &[file("cv.pdf", b"no".to_vec())]).await;
        assert!(page.problem("file").starts_with("This is not a PDF"));
        assert_eq!(upload(&ada, file("cv.docx", pdf())).await.status, StatusCode::OK, "the content counts");
        let odd = [&b"From: Ada\r\n\r\n"[..], &pdf(), &[b'x'; 3000]].concat();
        for opened in [odd, include_bytes!("pdf/owner-aes.pdf").to_vec()] {
            assert_eq!(upload(&ada, file("cv.pdf", opened)).await.status, StatusCode::OK, "readers open it");
        }
        assert_eq!((list(&ada).await.len(), site.stored_files("resumes")), (3, 3));
    }

    async fn ten_megabytes_and_no_more(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        assert_eq!(upload(&ada, file("large.pdf", pdf_of(TEN_MEGABYTES))).await.status, StatusCode::OK);
        for size in [TEN_MEGABYTES + 1, 12 * 1024 * 1024] {
            let answer = upload(&ada, file("larger.pdf", pdf_of(size))).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{size}");
            assert_eq!(answer.error(), AppError::field("file", Problem::FileTooLarge(10)));
        }
        let form = ada.form("/resumes", "/resumes/upload", &[]).await;
        let page = ada.submit_files(&form, &[], &[file("larger.pdf", pdf_of(TEN_MEGABYTES + 1))]).await;
        assert_eq!(page.problem("file"), "This file is larger than 10 MB.");
        let huge = upload(&ada, file("huge.pdf", vec![b' '; 65 * 1024 * 1024])).await;
        assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!((list(&ada).await.len(), site.stored_files("resumes")), (1, 1));
    }

    async fn ten_resumes_and_no_more(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let answers = join_all((0..14).map(|_| upload(&ada, pdf_file("cv.pdf")))).await;
        let refused = answers.iter().filter(|answer| answer.status != StatusCode::OK).map(Answer::error);
        let refused: Vec<_> = refused.collect();
        assert_eq!(refused, vec![AppError::field("file", ResumeProblem::TooManyResumes(10)); 4], "also at the same instant");
        assert_eq!(list(&ada).await.iter().filter(|resume| resume.is_default).count(), 1);
        assert_eq!((list(&ada).await.len(), site.stored_files("resumes")), (10, 10));
        let page = ada.open("/resumes").await;
        assert!(Form::find(&page, "/resumes/upload", &[]).is_none(), "no form when there is no room");
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let fields = [("name", "Ada"), ("email", "ada@people.example")];
        let answer = ada.call_files(&posting.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        assert_eq!(answer.error(), AppError::field("file", ResumeProblem::TooManyResumes(10)));
        assert_eq!(site.stored_files("resumes"), 10);
    }

    async fn resumes_are_named_chosen_and_deleted(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let first = ada.upload_resume(pdf_file("first.pdf")).await;
        let second = ada.upload_resume(pdf_file("second.pdf")).await.to_string();
        let page = ada.fill(&format!("/resumes/{first}"), "rename_resume", &[("name", "For <banks>")]).await;
        assert_eq!((page.toast().as_str(), page.texts("h1")), ("Your resume is saved.", vec!["For <banks>".to_string()]));
        let page = ada.fill(&format!("/resumes/{first}"), "rename_resume", &[("name", " ")]).await;
        assert_eq!(page.problem("name"), "Please fill this in.");
        ada.fill("/resumes", "make_resume_default", &[("id", &second)]).await;
        let default: Vec<_> = list(&ada).await.into_iter().filter(|r| r.is_default).map(|r| r.name).collect();
        assert_eq!(default, ["second"]);
        let page = ada.fill("/resumes", "delete_resume", &[("id", &second)]).await;
        assert_eq!(page.toast(), "The resume is deleted.");
        assert_eq!(ada.get(&format!("/resumes/{second}/file")).await.status, StatusCode::NOT_FOUND);
        let left = list(&ada).await;
        assert_eq!((left.len(), left[0].is_default), (1, true), "another becomes the default");
        assert_eq!(site.stored_files("resumes"), 1);
        assert_eq!(ada.call("delete_resume", &[("id", &second)]).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_was_sent_stays_with_whom_it_was_sent_to(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let application = ada.apply(&posting).await;
        let resume = site.found_id("SELECT resume_id FROM applications").await;
        ada.call("delete_resume", &[("id", &resume.to_string())]).await;
        let path = format!("/resumes/{resume}/file");
        assert_eq!(ada.get(&path).await.status, StatusCode::NOT_FOUND);
        acme.open(&path).await;
        colleague.open(&path).await;
        assert!(list(&ada).await.is_empty());
        ada.open(&format!("/applications/{application}")).await;
        let page = acme.open(&format!("/employer/candidates/{application}")).await;
        assert!(page.text().contains(&path));
    }

    async fn no_path_of_the_store_is_public(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        ada.upload_resume(pdf_file("cv.pdf")).await;
        let name = site.found("SELECT file FROM resumes").await;
        assert!(!name.contains("cv") && name.starts_with("resumes/"), "{name}");
        for path in [format!("/{name}"), format!("/files/{name}"), format!("/pkg/../files/{name}"), format!("/pkg/%2e%2e/files/{name}"), format!("/favicon.svg/../../files/{name}"), "/jobi.db".into()] {
            assert!(ada.get(&path).await.status.is_client_error(), "{path}");
        }
    }

    async fn forms_that_make_no_sense_are_refused(site: &Site) {
        use axum::http::{Method, header};
        let ada = site.register_seeker("Ada").await;
        for (kind, body) in [
            ("multipart/form-data; boundary=B", "nonsense"),
            ("multipart/form-data; boundary=B", "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n%PDF"),
            ("multipart/form-data", "x"),
            ("multipart/form-data; boundary=", "x"),
            ("application/x-www-form-urlencoded", "file=x"),
            ("text/html", "x"),
            ("", ""),
        ] {
            let request = ada.request(Method::POST, "/resumes/upload").header(header::CONTENT_TYPE, kind);
            let answer = ada.send(request.header(header::ACCEPT, "application/json").body(body.into()).unwrap()).await;
            assert!(answer.status.is_client_error(), "{kind} {body}: {}", answer.status);
        }
        let forged = ada.request(Method::POST, "/resumes/upload");
        let mut request = forged.header(header::CONTENT_TYPE, "multipart/form-data; boundary=B").body("x".into()).unwrap();
        request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        request.headers_mut().insert("origin", "https://evil.example".parse().unwrap());
        assert_eq!(ada.send(request).await.status, StatusCode::FORBIDDEN);
        assert!(ada.get("/resumes/upload").await.status.is_client_error());
        assert_eq!(site.stored_files("resumes"), 0);
    }
}
