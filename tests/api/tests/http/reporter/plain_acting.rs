//! Following and answering without scripts: the secret opens the page, and every form of it carries it on.

use server::{complaint::Step, testing::TestServer};
use shared::complaint::{Action, Actor, Filed, Stage};
use tests_api::{
    answer::Answer,
    forms::filing,
    office, on_both, pictures,
    plain::{Browser, Form, values_of},
    random::fresh_key,
    reporter::Reporter,
};

fn holding(filed: &Filed) -> Form {
    Form::default().with("secret", &filed.secret)
}

fn at(filed: &Filed, verb: &str) -> String {
    format!("/lacak/{}/{verb}", filed.code)
}

fn has(answer: &Answer, words: &str) {
    assert!(answer.text().contains(words), "{words}: {}", answer.text());
}

async fn anyone_sees_the_stage_and_the_dates(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    office::answer(server, &filed, "Lampu sudah diganti.").await;
    let page = browser.show(&format!("/lacak/{}", filed.code)).await.expect(200);
    for words in [
        "Sudah ditanggapi",
        "Diteruskan ke kantor yang menangani",
        "Diterima Rabu, 10 Juni 2026",
        "10 hari kerja: Kamis, 25 Juni 2026",
        "Ini aduan Anda?",
    ] {
        has(&page, words);
    }
    for hidden in ["Lampu jalan", "Lampu sudah diganti", &filed.secret] {
        assert!(!page.text().contains(hidden), "{hidden}");
    }
    assert_eq!(page.header("cache-control"), "no-store");
    // What the app draws from is what anyone may see.
    let (_, data) =
        page.text().split_once("id=\"data\">").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let data: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    assert_eq!(data["complaint"]["stage"], "answered");
    assert!(data["complaint"].get("own").is_none());
}

async fn the_secret_opens_the_page(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let path = format!("/lacak/{}", filed.code);
    let typed = Form::default().with("secret", &format!(" {} ", filed.secret.to_uppercase()));
    for form in [holding(&filed), typed] {
        let page = browser.submit(&path, &form).await.expect(200);
        has(&page, "Lampu jalan padam nomor 1");
        has(&page, "Tambahkan keterangan");
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(!page.headers.contains_key("etag") && !page.headers.contains_key("location"));
        // Never in an address, and no app takes a page's place that it cannot draw.
        let html = page.text();
        for address in html.split(['"']).filter(|text| text.starts_with('/')) {
            assert!(!address.to_lowercase().contains(&filed.secret), "{address}");
        }
        assert!(!html.contains("\"complaint\":{") && html.contains("data-plain=\"answer\""));
    }
    // An address of a form, looked at, leads back to the page.
    let back = browser.show(&at(&filed, "pesan")).await;
    assert!(back.status == 200 && back.text().contains("Ini aduan Anda?"), "{}", back.status);
    let english = browser.client.with("cookie", "lang=en; theme=dark").get(&path).await.expect(200);
    has(&english, "data-theme=\"dark\"");
    has(&english, "Is this yours?");
}

async fn a_message_carries_a_file_and_counts_once(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let key = fresh_key();
    let form = holding(&filed).with("key", &key).with("text", "Ini\r\nfotonya.");
    let form = form.file("foto.png", &pictures::png(20, 10));
    for _ in 0..2 {
        let page = browser.send(&at(&filed, "pesan"), &form).await.expect(200);
        has(&page, "role=\"status\"><p>Terkirim.</p>");
        has(&page, "foto.png");
        assert_ne!(values_of(&page.text(), "key"), [key.as_str()], "the next message has its own key");
    }
    let entries = reporter.own_view(&filed).await.entries;
    let texts: Vec<_> = entries.iter().filter_map(|entry| entry.text.as_deref()).collect();
    assert_eq!(texts, ["Ini\nfotonya."]);
    let file = &entries.last().unwrap().files[0].id;
    browser.submit(&format!("/lacak/{}/berkas/{file}", filed.code), &holding(&filed)).await.expect(200);
    // Another text under the same key is shown again, with a key of its own.
    let other = form.set("text", "Yang lain.");
    let page = browser.send(&at(&filed, "pesan"), &other).await.expect(422);
    has(&page, "Yang lain.");
    has(&page, "sudah kami terima");
    assert_ne!(values_of(&page.text(), "key"), [key]);
}

async fn a_message_is_mended(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let form = holding(&filed).with("key", &fresh_key()).with("text", "  ");
    let form = form.file("foto.png", &pictures::png(20, 10));
    let page = browser.send(&at(&filed, "pesan"), &form).await.expect(422);
    has(&page, "href=\"#message\"");
    has(&page, "id=\"message-problem\">Bagian ini perlu diisi.");
    let kept = values_of(&page.text(), "upload");
    let mended = form.without("text").with("text", "Ini fotonya.").with("upload", &kept[0]);
    browser.send(&at(&filed, "pesan"), &mended.clone()).await.expect(200);
    let bad = holding(&filed).with("key", &fresh_key()).with("text", "Ini.").file("a.png", b"<html></html>");
    let page = browser.send(&at(&filed, "pesan"), &bad).await.expect(422);
    has(&page, "a.png: Hanya foto");
    has(&page, ">\nIni.</textarea>");
}

async fn a_postponed_one_is_completed(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let ask = Step::new(Actor::Coordinator, Action::Postpone, server.clock.now()).saying("Di RT berapa?");
    office::try_step(server, &filed, ask).await.unwrap();
    let page = browser.submit(&format!("/lacak/{}", filed.code), &holding(&filed)).await.expect(200);
    has(&page, "Lengkapi aduan");
    has(&page, "Di RT berapa?");
    let form = holding(&filed).with("key", &fresh_key()).with("text", "RT 3.");
    has(&browser.send(&at(&filed, "pesan"), &form).await.expect(200), "RT 3.");
}

async fn a_withdrawal_is_for_good(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    let form = holding(&filed).with("reason", "Sudah baik.");
    for _ in 0..2 {
        // The second is a reload.
        let page = browser.submit(&at(&filed, "cabut"), &form).await.expect(200);
        has(&page, "role=\"status\"><p>Dicabut oleh pelapor</p>");
        assert!(!page.text().contains("/cabut\""), "there is nothing more to withdraw");
    }
    assert_eq!(reporter.public_view(&filed).await.stage, Stage::Archived);
    let page = browser.submit(&at(&filed, "terima"), &holding(&filed)).await.expect(409);
    has(&page, "sudah berpindah tahap");
}

async fn an_answer_is_accepted(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    browser.submit(&at(&filed, "terima"), &holding(&filed)).await.expect(409);
    office::answer(server, &filed, "Lampu sudah diganti.").await;
    let page = browser.submit(&format!("/lacak/{}", filed.code), &holding(&filed)).await.expect(200);
    has(&page, "Lampu sudah diganti.");
    has(&page, "Dapat dijawab sampai Kamis, 25 Juni 2026");
    let six = browser.submit(&at(&filed, "terima"), &holding(&filed).with("stars", "6")).await.expect(422);
    has(&six, "Pilih angka sampai 5.");
    let form = holding(&filed).with("stars", "4").with("words", "Cepat.");
    has(&browser.submit(&at(&filed, "terima"), &form).await.expect(200), "Pelapor menerima jawaban");
    assert_eq!(reporter.public_view(&filed).await.stage, Stage::Closed);
}

async fn an_answer_is_refused_with_a_reason(server: &mut TestServer) {
    let (reporter, browser) = (Reporter::new(&server.url), Browser::new(&server.url));
    let filed = reporter.file(&filing(1)).await;
    office::answer(server, &filed, "Lampu sudah diganti.").await;
    let page = browser.submit(&at(&filed, "tolak"), &holding(&filed).with("reason", "")).await.expect(422);
    has(&page, "id=\"reason-problem\">Bagian ini perlu diisi.");
    has(&page, "<details class=\"fold\" open>");
    let form = holding(&filed).with("reason", "Masih padam.");
    for _ in 0..2 {
        has(&browser.submit(&at(&filed, "tolak"), &form).await.expect(200), "<p>Pelapor menolak jawaban</p>");
    }
    assert_eq!(reporter.public_view(&filed).await.stage, Stage::InProgress);
}

on_both!(
    anyone_sees_the_stage_and_the_dates,
    the_secret_opens_the_page,
    a_message_carries_a_file_and_counts_once,
    a_message_is_mended,
    a_postponed_one_is_completed,
    a_withdrawal_is_for_good,
    an_answer_is_accepted,
    an_answer_is_refused_with_a_reason,
);
