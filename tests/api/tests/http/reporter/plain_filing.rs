//! Filing without scripts: the form is a form, and what must be mended is told beside the fields.

use server::testing::TestServer;
use shared::complaint::ComplaintView;
use tests_api::{
    answer::Answer,
    on_both, pictures,
    plain::{Browser, Form, receipt, text_of, values_of},
    reporter::Reporter,
    rows,
};

/// The complaint as the interface shows it to the holder of a receipt.
async fn own_view(server: &TestServer, code: &str, secret: &str) -> ComplaintView {
    let path = format!("/api/v1/complaints/{code}");
    Reporter::new(&server.url).client.holding(secret).get(&path).await.expect(200).to()
}

fn is_page(answer: &Answer, cached: &str) {
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), cached);
    assert!(answer.text().starts_with("<!DOCTYPE html>"), "{}", answer.text());
}

async fn the_form_is_on_its_page(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let page = browser.show("/adukan").await.expect(200);
    is_page(&page, "no-cache");
    let html = page.text();
    for field in [
        "class",
        "title",
        "content",
        "event_date",
        "region",
        "place",
        "sector",
        "files",
        "about_officials",
        "anonymous",
        "confidential",
        "reporter.name",
        "reporter.phone",
        "reporter.email",
    ] {
        assert!(html.contains(&format!("name=\"{field}\"")), "{field}");
    }
    for id in
        ["class", "title", "content", "event-date", "regency", "place", "sector-search", "files", "officials"]
    {
        assert!(html.contains(&format!(" id=\"{id}\"")), "{id}");
    }
    assert!(html.contains("Kota Palu") && html.contains("enctype=\"multipart/form-data\""));
    // Each form has its own key.
    let again = browser.show("/adukan").await.expect(200).text();
    assert_ne!(values_of(&html, "key"), values_of(&again, "key"));
    let english = browser.client.with("cookie", "lang=en").get("/adukan").await.expect(200).text();
    assert!(english.contains("What would you like to tell us?"), "{english}");
}

async fn a_form_becomes_a_complaint_with_its_photo(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let photo = pictures::jpeg_with_position(64, 48);
    let form = Form::filing(1).set("reporter.phone", "0811 2222 3333").file("foto jalan.jpg", &photo);
    let page = browser.send("/adukan", &form).await.expect(201);
    is_page(&page, "no-store");
    let (code, secret) = receipt(&page);
    let html = page.text();
    assert!(html.contains("Aduan Anda sudah diterima") && html.contains("<svg class=\"qr\""));
    assert_eq!(text_of(&html, "receipt-link"), format!("{}/lacak/{code}#{secret}", server.url));
    let view = own_view(server, &code, &secret).await;
    let own = view.own.expect("is the reporter's");
    assert_eq!(own.content, "Lampu jalan nomor 1 padam sejak pekan lalu.\nJalan gelap.");
    assert_eq!(own.region.as_deref(), Some("Kota Palu"));
    assert_eq!(own.place.as_deref(), Some("Depan Puskesmas"));
    assert_eq!(own.event_date.map(|day| day.to_string()).as_deref(), Some("2026-06-01"));
    assert!(own.anonymous && !own.confidential && !own.sealed && own.identified);
    assert_eq!(own.files.len(), 1);
    assert_eq!(own.files[0].name, "foto jalan.jpg");
    // Given back without scripts, its position gone.
    let path = format!("/lacak/{code}/berkas/{}", own.files[0].id);
    let back = browser.submit(&path, &Form::default().with("secret", &secret)).await.expect(200);
    assert_eq!(back.header("content-type"), "image/jpeg");
    assert!(back.header("content-disposition").starts_with("attachment"));
    assert_eq!(back.header("cache-control"), "no-store");
    for gone in [b"Exif".as_slice(), b"GPS", pictures::CAMERA] {
        assert!(!back.body.windows(gone.len()).any(|window| window == gone));
    }
}

async fn the_switches_do_what_they_say(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let check = async |form: Form, anonymous: bool, confidential: bool, sealed: bool| {
        let (code, secret) = browser.file(&form).await;
        let own = own_view(server, &code, &secret).await.own.expect("is the reporter's");
        assert_eq!((own.anonymous, own.confidential, own.sealed), (anonymous, confidential, sealed));
    };
    check(Form::filing(1), true, false, false).await;
    check(Form::filing(2).set("anonymous", "no"), false, false, false).await;
    check(Form::filing(3).with("confidential", "yes").set("about_officials", "yes"), true, true, true).await;
    // What a broken line cut out of a form leaves nobody less hidden.
    check(Form::filing(4).without("anonymous").without("confidential"), true, false, false).await;
}

async fn problems_are_told_and_what_was_typed_is_kept(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let before = rows::count(&server.state.db).await["complaint"];
    let form = Form::filing(1)
        .set("title", "a\"><b>")
        .without("class")
        .without("about_officials")
        .set("event_date", "2026-06-11")
        .set("region", "")
        .set("place", "")
        .set("reporter.phone", "12")
        .set("anonymous", "no")
        .set("content", "Uraian <b>yang</b> tetap ada di sini.")
        .file("foto.png", &pictures::png(20, 10))
        .file("halaman.png", b"<html><script>alert(1)</script></html>");
    let page = browser.send("/adukan", &form).await.expect(422);
    is_page(&page, "no-store");
    let html = page.text();
    for (id, words) in [
        ("class", "Bagian ini perlu diisi."),
        ("event-date", "Tanggal ini belum tiba."),
        ("regency", "Bagian ini perlu diisi."),
        ("files", "halaman.png: Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima."),
        ("officials", "Bagian ini perlu diisi."),
        ("phone", "Tulis nomor telepon dengan 8 sampai 15 angka."),
    ] {
        assert!(html.contains(&format!("href=\"#{id}\"")), "{id} is in the summary");
        assert_eq!(text_of(&html, &format!("{id}-problem")), words);
    }
    assert!(!html.contains("title-problem"));
    // In the order of the form.
    let at = |id: &str| html.find(&format!("href=\"#{id}\"")).expect("is in the summary");
    assert!(at("class") < at("event-date") && at("files") < at("officials") && at("officials") < at("phone"));
    assert!(
        html.contains("value=\"a&quot;&gt;&lt;b&gt;\"")
            && html.contains("Uraian &lt;b&gt;yang&lt;/b&gt; tetap")
    );
    assert!(html.contains("value=\"2026-06-11\"") && html.contains("value=\"12\""));
    assert!(!html.contains(
        "id=\"anonymous\" class=\"switch-input\" type=\"checkbox\" role=\"switch\" \
        name=\"anonymous\" value=\"yes\" aria-describedby=\"anonymous-hint\" checked"
    ));
    // The good photo is here already and need not be chosen again; nothing else was done.
    let kept = values_of(&html, "upload");
    assert_eq!(kept.len(), 1);
    assert_eq!(rows::count(&server.state.db).await["complaint"], before);
    let key = values_of(&html, "key");
    let mended = Form::filing(1).set("key", &key[0]).with("upload", &kept[0]);
    let (code, secret) = browser.file(&mended).await;
    let own = own_view(server, &code, &secret).await.own.expect("is the reporter's");
    assert_eq!(own.files.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["foto.png"]);
    // Sent again with the same kept file.
    assert_eq!(browser.file(&mended).await, (code, secret));
}

async fn a_kept_file_can_be_left_out(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let form = Form::filing(1).set("title", "").file("foto.png", &pictures::png(20, 10));
    let html = browser.send("/adukan", &form).await.expect(422).text();
    assert_eq!(values_of(&html, "upload").len(), 1);
    let (code, secret) = browser.file(&Form::filing(1).set("key", &values_of(&html, "key")[0])).await;
    assert!(own_view(server, &code, &secret).await.own.expect("is the reporter's").files.is_empty());
}

async fn sending_twice_files_once(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let form = Form::filing(1).file("foto.png", &pictures::png(20, 10)).file("surat.pdf", &pictures::pdf());
    let first = browser.file(&form).await;
    assert_eq!(browser.file(&form).await, first, "a reload brings the same receipt");
    server.restart().await;
    let browser = Browser::new(&server.url);
    assert_eq!(browser.file(&form).await, first);
    let sends = (0..4).map(|_| async { browser.file(&form).await });
    assert!(futures_util::future::join_all(sends).await.iter().all(|receipt| *receipt == first));
    let (code, secret) = first;
    assert_eq!(own_view(server, &code, &secret).await.own.expect("is the reporter's").files.len(), 2);
    assert_eq!(rows::number(&server.state.db, "select count(*) from complaint").await, 1);
}

async fn two_tabs_with_one_key_lose_nothing(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let first = Form::filing(1);
    let other = Form::filing(2).set("key", &key_of(&first)).file("foto.png", &pictures::png(20, 10));
    let receipt = browser.file(&first).await;
    let page = browser.send("/adukan", &other).await.expect(422);
    let html = page.text();
    assert!(html.contains("Formulir ini sudah pernah dikirim") && html.contains("Lampu jalan padam nomor 2"));
    assert!(!html.contains(&receipt.1), "the other's secret is not told");
    let key = values_of(&html, "key");
    assert_ne!(key[0], key_of(&first));
    let again = Form::filing(2).set("key", &key[0]).with("upload", &values_of(&html, "upload")[0]);
    assert_ne!(browser.file(&again).await, receipt);
    assert_eq!(rows::number(&server.state.db, "select count(*) from complaint").await, 2);
}

fn key_of(form: &Form) -> String {
    let body = String::from_utf8(form.multipart()).expect("is text");
    let (_, after) = body.split_once("name=\"key\"\r\n\r\n").expect("has a key");
    after.split('\r').next().unwrap_or_default().to_owned()
}

on_both!(
    the_form_is_on_its_page,
    a_form_becomes_a_complaint_with_its_photo,
    the_switches_do_what_they_say,
    problems_are_told_and_what_was_typed_is_kept,
    a_kept_file_can_be_left_out,
    sending_twice_files_once,
    two_tabs_with_one_key_lose_nothing,
);
