//! Forms that no browser sends: broken, oversized, forged, from another site.

use reqwest::Method;
use server::{platform::limit::Limit, testing::TestServer};
use shared::complaint::FILE_BYTES_MAX;
use tests_api::{
    answer::Answer,
    forms::filing,
    on_both, pictures,
    plain::{Browser, Form, MULTIPART, text_of, values_of},
    reporter::Reporter,
    rows,
};

/// An error that people can read.
fn is_page(answer: &Answer, what: &str) {
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{what}: {}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    assert!(answer.text().contains("<main") && !answer.text().contains("\"status\":"), "{what}");
}

async fn another_sites_form_changes_nothing(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let before = rows::count(&server.state.db).await;
    let own = Form::default().with("secret", &filed.secret);
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("sec-fetch-site", "nonsense")]
    {
        let foreign = Browser { client: browser.client.with(name, value) };
        is_page(&foreign.send("/adukan", &Form::filing(2)).await.expect(403), value);
        is_page(&foreign.submit(&format!("/lacak/{}/cabut", filed.code), &own).await.expect(403), value);
        is_page(&foreign.submit(&format!("/lacak/{}", filed.code), &own).await.expect(403), value);
    }
    // Browsers of old say nothing but the origin.
    let old = tests_api::client::Client::new(&server.url).with("accept", "text/html");
    for origin in ["https://lain.example", "null"] {
        let foreign = Browser { client: old.with("origin", origin) };
        is_page(&foreign.send("/adukan", &Form::filing(2)).await.expect(403), origin);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    // Ours say it because the page lets them.
    let page = browser.show("/adukan").await.expect(200);
    assert_eq!(page.header("referrer-policy"), "same-origin");
    Browser { client: old.with("origin", &server.url) }.send("/adukan", &Form::filing(2)).await.expect(201);
}

async fn broken_forms_are_refused_and_leave_nothing(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let whole = Form::filing(1).file("foto.png", &pictures::png(200, 100)).multipart();
    let send = async |media: &str, body: Vec<u8>| {
        browser.client.send(Method::POST, "/adukan", Some((media, body.into()))).await
    };
    for (what, media, body, status) in [
        ("cut", MULTIPART, whole[..whole.len() - 40].to_vec(), 400),
        ("empty", MULTIPART, Vec::new(), 400),
        ("another boundary", "multipart/form-data; boundary=lain", whole.clone(), 400),
        ("no boundary", "multipart/form-data", whole.clone(), 415),
        ("not a form with files", "application/x-www-form-urlencoded", b"title=a".to_vec(), 415),
        ("JSON", "application/json", b"{}".to_vec(), 415),
    ] {
        is_page(&send(media, body).await.expect(status), what);
    }
    for (what, form, status) in [
        ("no key", Form::filing(1).without("key"), 400),
        ("a key that is none", Form::filing(1).set("key", "1"), 400),
        ("an unknown field", Form::filing(1).with("stage", "closed"), 422),
        ("a field twice", Form::filing(1).with("title", "Yang lain sama sekali"), 422),
        ("a strange answer", Form::filing(1).set("about_officials", "perhaps"), 422),
        ("too much text", Form::filing(1).set("content", &"a".repeat(70_000)), 413),
        ("an unknown region", Form::filing(1).set("region", "99.99"), 422),
        ("an unknown sector", Form::filing(1).set("sector", "?"), 422),
        ("a zero byte", Form::filing(1).set("title", "a\u{0}bcdef"), 422),
        ("a forged upload", Form::filing(1).with("upload", &"0".repeat(32)), 422),
        ("a path for an upload", Form::filing(1).with("upload", "../../keys/seal.key"), 422),
    ] {
        is_page(&browser.send("/adukan", &form).await.expect(status), what);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn bad_files_are_told_at_the_field(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let check = async |name: &str, bytes: &[u8], words: &str| {
        let page = browser.send("/adukan", &Form::filing(1).file(name, bytes)).await.expect(422);
        assert_eq!(text_of(&page.text(), "files-problem"), format!("{name}: {words}"));
        assert!(page.text().contains("Lampu jalan padam nomor 1"), "what was typed is kept");
        assert!(values_of(&page.text(), "upload").is_empty());
    };
    check(
        "a.png",
        b"<!DOCTYPE html><script>1</script>",
        "Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima.",
    )
    .await;
    check("b.jpg", b"", "Berkas ini rusak dan tidak dapat dibuka.").await;
    check("c.png", &pictures::png_that_claims(60_000, 60_000), "Foto paling besar 64 megapiksel.").await;
    let large = [&pictures::pdf()[..], &vec![b' '; FILE_BYTES_MAX as usize]].concat();
    check("d.pdf", &large, "Berkas paling besar 10 MB.").await;
    assert_eq!(rows::number(&server.state.db, "select count(*) from upload").await, 0, "nothing is left");
    let folder = server.config.data.join("uploads");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

async fn five_files_are_taken_and_the_sixth_is_told(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let mut form = Form::filing(1);
    for number in 0..5 {
        form = form.file(&format!("surat {number}.pdf"), &pictures::pdf());
    }
    browser.file(&form).await;
    let six = Form::filing(2).set("title", "");
    let html = browser.send("/adukan", &form.set("title", "").file("enam.pdf", &pictures::pdf())).await;
    let html = html.expect(422).text();
    assert_eq!(text_of(&html, "files-problem"), "Paling banyak 5 berkas.");
    let kept = values_of(&html, "upload");
    assert_eq!(kept.len(), 5);
    // Those that are here count as well.
    let more = kept.iter().fold(six, |form, id| form.with("upload", id)).file("enam.pdf", &pictures::pdf());
    let html = browser.send("/adukan", &more).await.expect(422).text();
    assert_eq!(text_of(&html, "files-problem"), "Paling banyak 5 berkas.");
}

async fn more_than_all_files_together_is_refused(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let body = vec![b'a'; 61_000_000];
    let answer = browser.client.send(Method::POST, "/adukan", Some((MULTIPART, body.into()))).await;
    is_page(&answer.expect(413), "61 MB");
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn filing_without_scripts_is_limited_as_well(server: &mut TestServer) {
    let limit = Limit { filings_per_minute: 2 };
    let mut limited = TestServer::start(server.state.db.engine(), |config| config.limit = limit).await;
    let browser = Browser::new(&limited.url);
    browser.file(&Form::filing(1)).await;
    browser.send("/adukan", &Form::filing(2).set("title", "")).await.expect(422);
    let answer = browser.send("/adukan", &Form::filing(2)).await.expect(429);
    is_page(&answer, "the third");
    assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
    limited.stop().await;
}

async fn a_wrong_secret_opens_nothing(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let (filed, other) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    let before = rows::count(&server.state.db).await;
    for verb in ["", "/cabut", "/tolak", "/terima", "/berkas/0123456789abcdef0123456789abcdef"] {
        let path = format!("/lacak/{}{verb}", filed.code);
        let page = browser.submit(&path, &Form::default().with("secret", &other.secret)).await.expect(401);
        is_page(&page, verb);
        assert!(page.text().contains("Kode rahasia ini tidak cocok") && !page.text().contains("Lampu jalan"));
        for short in ["", "abc"] {
            let page = browser.submit(&path, &Form::default().with("secret", short)).await.expect(422);
            assert!(page.text().contains("id=\"secret-problem\""), "{verb} {short}");
        }
    }
    let message = Form::default().with("secret", &other.secret).with("key", "x").with("text", "Halo.");
    browser.send(&format!("/lacak/{}/pesan", filed.code), &message).await.expect(401);
    assert_eq!(rows::count(&server.state.db).await, before);
    // Tries end; the right one is heard all the same.
    let path = format!("/lacak/{}", filed.code);
    let wrong = Form::default().with("secret", &"0".repeat(26));
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(browser.submit(&path, &wrong).await.status);
    }
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    browser.submit(&path, &Form::default().with("secret", &filed.secret)).await.expect(200);
}

async fn a_wrong_code_shows_the_entry(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let mistyped = browser.show("/lacak/ABC-DEF-GHJ-0").await.expect(422);
    is_page(&mistyped, "mistyped");
    assert!(text_of(&mistyped.text(), "code-problem").starts_with("Ada yang salah ketik."));
    assert_eq!(values_of(&mistyped.text(), "kode"), ["ABC-DEF-GHJ-0"]);
    let code = shared::complaint::TrackingCode::from_random([7; 9]);
    let unknown = browser.show(&format!("/lacak/{code}")).await.expect(404);
    assert!(text_of(&unknown.text(), "code-problem").starts_with("Tidak ada aduan dengan kode ini."));
    for path in ["/lacak/%00", "/lacak/%ff", "/lacak/%3Cscript%3E"] {
        let answer = browser.show(path).await;
        assert!(matches!(answer.status, 400 | 422), "{path} {}", answer.status);
        assert!(!answer.text().contains("<script>"), "{path}");
    }
    is_page(&browser.submit(&format!("/lacak/{code}/lain"), &Form::default()).await.expect(404), "a verb");
}

on_both!(
    another_sites_form_changes_nothing,
    broken_forms_are_refused_and_leave_nothing,
    bad_files_are_told_at_the_field,
    five_files_are_taken_and_the_sixth_is_told,
    more_than_all_files_together_is_refused,
    filing_without_scripts_is_limited_as_well,
    a_wrong_secret_opens_nothing,
    a_wrong_code_shows_the_entry,
);
