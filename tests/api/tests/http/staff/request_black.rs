//! What is black in the files of what is granted in part: pictures, texts, and copies that were blackened elsewhere.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use serde_json::{Value, json};
use server::platform::pdf::{self, Found, Still, Unread};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AssignRequest, ChangeSetup, DESK_REQUEST_FILE_PATH, DESK_REQUEST_ORIGINAL_PATH, Endpoint,
        GiveRequestFile, GrantRequest, RemoveRequestFile, fill,
    },
    problem::{ErrorCode, Problem},
    request::{GivenAs, RequestReceipt},
};
use tests_api::{
    client::Client,
    documents, on_both, pictures,
    plain::{Browser, Form},
    requesting::{command_file, fetch_file, grant, look, order, order_file, register, send_file, shown},
    rows,
    staff::Staff,
};

const SECRET: &str = "Zubaidah Rekaan";

fn in_part() -> Value {
    grant(json!({ "parts_withheld": "Nama.", "article": "Pasal contoh huruf h" }))
}

/// A request that is granted in part.
async fn granted(client: &Client, main: &Staff) -> RequestReceipt {
    let receipt = register(client, 1).await;
    order(main, GrantRequest::PATH, &receipt.number, in_part()).await;
    receipt
}

/// The names of all stored files, with their bytes.
fn stored(server: &TestServer) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for shelf in std::fs::read_dir(server.config.data.join("files")).unwrap() {
        for file in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            found.push(std::fs::read(file.unwrap().path()).unwrap());
        }
    }
    found
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

async fn of_a_picture_the_covered_one_is_given(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let client = Client::new(&server.url);
    let receipt = granted(&client, &main).await;
    let number = receipt.number.as_str();
    let picture = pictures::png(64, 48);
    let file = send_file(&main, number, "foto.png", &picture).await;
    let beside = json!({ "boxes": [{ "left": 60, "top": 0, "width": 9, "height": 9 }] });
    command_file(&main, GiveRequestFile::PATH, number, &file, &beside).await.blames(
        422,
        ErrorCode::Invalid,
        &["boxes out_of_range"],
    );
    let words = json!({ "words": ["Budi"] });
    command_file(&main, GiveRequestFile::PATH, number, &file, &words).await.blames(
        422,
        ErrorCode::Invalid,
        &["words file_kind"],
    );
    let both = json!({ "words": ["Budi"], "passages": [{ "start": 0, "end": 1 }] });
    command_file(&main, GiveRequestFile::PATH, number, &file, &both).await.blames(
        422,
        ErrorCode::Invalid,
        &["passages repeated", "words repeated"],
    );
    assert_eq!(stored(server).len(), 1, "nothing is left of what failed");
    assert!(look(&client, &receipt).await.files.is_empty());
    let boxes = json!({ "boxes": [{ "left": 8, "top": 8, "width": 32, "height": 32 }] });
    let now = order_file(&main, GiveRequestFile::PATH, number, &file, boxes).await;
    assert_eq!((now.files[0].given_as, now.files[0].parts), (Some(GivenAs::Covered), 1));
    assert!(now.files[0].has_original);
    assert!(
        !look(&client, &receipt).await.files[0].has_original,
        "what lies under it is not the applicant's"
    );
    let got = fetch_file(&client, &receipt, &file).await.expect(200);
    let pixels = image::load_from_memory(&got.body).unwrap().into_rgb8();
    assert_eq!((pixels.get_pixel(20, 20).0, pixels.get_pixel(50, 40).0), ([0, 0, 0], [50, 40, 208]));
    // The original lies sealed; who may draw it anew opens it, and nobody else.
    let all = stored(server);
    assert!(all.len() == 2 && all.iter().all(|bytes| *bytes != picture), "only sealed");
    let original = fill(DESK_REQUEST_ORIGINAL_PATH, &[number, &file]);
    let opened = main.client.get(&original).await.expect(200);
    assert_eq!((opened.body.as_slice(), opened.header("cache-control")), (picture.as_slice(), "no-store"));
    agency.client.get(&original).await.refused(403, ErrorCode::Forbidden);
    let content = main.client.get(&fill(DESK_REQUEST_FILE_PATH, &[number, &file])).await.expect(200);
    assert_eq!(content.body, got.body);
    rows::verify_clean(server).await;
    // What is swept is what nobody names.
    server.clock.advance(std::time::Duration::from_secs(3 * 60 * 60));
    let swept = server::platform::files::sweep(&server.state.db, &server.state.files, server.clock.now());
    assert_eq!(swept.await.unwrap().strays, 0);
    assert_eq!(stored(server).len(), 2);
    let main = main.back(server).await;
    order_file(&main, RemoveRequestFile::PATH, number, &file, json!({})).await;
    assert!(stored(server).is_empty(), "both are gone");

    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let deleted = json!({ "originals": "deleted" });
    coordinator.client.with("if-match", "1").post(ChangeSetup::PATH, &deleted).await.expect(200);
    let file = send_file(&main, number, "foto.png", &picture).await;
    let boxes = json!({ "boxes": [{ "left": 8, "top": 8, "width": 32, "height": 32 }] });
    let now = order_file(&main, GiveRequestFile::PATH, number, &file, boxes).await;
    assert!(!now.files[0].has_original);
    let original = fill(DESK_REQUEST_ORIGINAL_PATH, &[number, &file]);
    main.client.get(&original).await.refused(404, ErrorCode::NotFound);
    let all = stored(server);
    assert!(all.len() == 1 && all[0] != picture, "the original is gone");
    rows::verify_clean(server).await;
}

async fn of_a_text_the_blackened_one_is_given(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let receipt = granted(&client, &main).await;
    let number = receipt.number.as_str();
    let text = format!("\u{feff}Notulen rapat\r\nHadir: {SECRET}, <Kepala>.\r\n");
    let file = send_file(&main, number, "notulen.txt", text.as_bytes()).await;
    let passages = |start: u32, end: u32| json!({ "passages": [{ "start": start, "end": end }] });
    for bad in [passages(20, 500), passages(5, 5), passages(9, 3)] {
        command_file(&main, GiveRequestFile::PATH, number, &file, &bad).await.blames(
            422,
            ErrorCode::Invalid,
            &["passages out_of_range"],
        );
    }
    let now = order_file(&main, GiveRequestFile::PATH, number, &file, passages(21, 36)).await;
    assert_eq!((now.files[0].given_as, now.files[0].parts), (Some(GivenAs::Blackened), 1));
    let got = fetch_file(&client, &receipt, &file).await.expect(200);
    assert_eq!(got.text(), "Notulen rapat\nHadir: ████████ ██████, <Kepala>.\n");
    assert_eq!(got.header("content-type"), "text/plain; charset=utf-8");
    let browser = Browser::new(&server.url);
    let form = Form::default().with("secret", &receipt.secret);
    let page = browser.submit(&format!("/permohonan/{number}"), &form).await.expect(200).text();
    assert!(page.contains("Hadir: ████████ ██████, &lt;Kepala&gt;."), "{page}");
    assert!(stored(server).iter().all(|bytes| !holds(bytes, SECRET)));
    let opened = main.client.get(&fill(DESK_REQUEST_ORIGINAL_PATH, &[number, &file])).await.expect(200);
    assert_eq!(opened.body, text.as_bytes());
    rows::verify_clean(server).await;
}

async fn a_copy_is_looked_through(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let receipt = granted(&client, &main).await;
    let number = receipt.number.as_str();
    let two = ["Rencana kerja", "Penanggung jawab: Zubaidah Rekaan, Palu"];
    let bad = send_file(&main, number, "salinan.pdf", &documents::pdf(&two, &[])).await;
    let words = json!({ "words": ["Budi Santoso", SECRET, "7271 0123"] });
    let answer = command_file(&main, GiveRequestFile::PATH, number, &bad, &words).await;
    assert!(!answer.text().contains("Zubaidah"), "an error repeats no word");
    let envelope = answer.refused(422, ErrorCode::Invalid);
    assert_eq!(envelope.problems.len(), 1);
    let problem = &envelope.problems[0];
    assert_eq!((problem.field.as_str(), problem.problem), ("words.1", Problem::StillThere(2)));
    assert!(problem.message.contains("halaman 2"), "{}", problem.message);
    assert!(look(&client, &receipt).await.files.is_empty());
    let good =
        send_file(&main, number, "salinan.pdf", &documents::pdf(&["Rencana kerja", "Palu"], &[])).await;
    let now = order_file(&main, GiveRequestFile::PATH, number, &good, words.clone()).await;
    let given = now.files.iter().find(|file| file.id == good).unwrap();
    assert_eq!((given.given_as, given.parts), (Some(GivenAs::Checked), 3));
    let scan = send_file(&main, number, "pindaian.pdf", &documents::pdf(&[""], &[])).await;
    let now = order_file(&main, GiveRequestFile::PATH, number, &scan, words.clone()).await;
    let given = now.files.iter().find(|file| file.id == scan).unwrap();
    assert_eq!(given.given_as, Some(GivenAs::NoTextLayer));
    let broken = send_file(&main, number, "rusak.pdf", b"%PDF-1.7\nnothing of a document").await;
    let refused = command_file(&main, GiveRequestFile::PATH, number, &broken, &words).await;
    refused.blames(422, ErrorCode::Invalid, &["file file_broken"]);
    let none = json!({ "words": ["-"] });
    let refused = command_file(&main, GiveRequestFile::PATH, number, &broken, &none).await;
    refused.blames(422, ErrorCode::Invalid, &["words.0 required"]);
    assert_eq!(shown(&main, number).await.files.len(), 4);
    let bodies = rows::texts(&server.state.db, "select body from event").await;
    assert!(bodies.iter().all(|body| !body.contains("Zubaidah") && !body.contains("Budi")), "{bodies:?}");
    rows::verify_clean(server).await;
}

async fn an_agency_does_the_same(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let number = receipt.number.as_str();
    let file = send_file(&main, number, "foto.png", &pictures::png(64, 48)).await;
    let boxes = json!({ "boxes": [{ "left": 0, "top": 0, "width": 9, "height": 9 }] });
    agency
        .client
        .with("if-match", "1")
        .post(&fill(GiveRequestFile::PATH, &[number, &file]), &boxes)
        .await
        .refused(403, ErrorCode::Forbidden);
    order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    order_file(&agency, GiveRequestFile::PATH, number, &file, boxes).await;
    order(&agency, GrantRequest::PATH, number, in_part()).await;
    assert_eq!(look(&client, &receipt).await.files.len(), 1);
    rows::verify_clean(server).await;
}

on_both!(
    of_a_picture_the_covered_one_is_given,
    of_a_text_the_blackened_one_is_given,
    a_copy_is_looked_through,
    an_agency_does_the_same,
);

async fn found(bytes: Vec<u8>, word: &str) -> Result<Vec<Still>, Unread> {
    let Found { still, .. } = pdf::find(bytes, vec![word.to_owned()]).await?;
    Ok(still.into_iter().map(|(_, still)| still).collect())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[tokio::test]
async fn words_are_found_wherever_a_document_holds_them() {
    let check = async |bytes: Vec<u8>, word: &str, expected: Result<&[Still], Unread>| {
        assert_eq!(found(bytes, word).await, expected.map(<[Still]>::to_vec), "{word}");
    };
    let page = |text: &str| documents::pdf(&[text], &[]);
    let beside = |object: &str| documents::pdf(&["Rencana"], &[object]);
    check(page("Hadir: Zubaidah Rekaan"), SECRET, Ok(&[Still::OnPage(1)])).await;
    check(page("Hadir: ZUBAIDAH  rekaan."), SECRET, Ok(&[Still::OnPage(1)])).await;
    check(page("pelayanan"), "Ani", Ok(&[])).await;
    check(beside("<</Title(Laporan Zubaidah Rekaan)>>"), SECRET, Ok(&[Still::Beside])).await;
    check(
        beside("<</Type/Annot/Contents<FEFF00420075006400690042006F006E0061>>>"),
        "BudiBona",
        Ok(&[Still::Beside]),
    )
    .await;
    let drawing = "BT [(Zubai)-20(dah Rekaan)] TJ ET";
    let old = &format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len());
    check(beside(old), SECRET, Ok(&[Still::Beside])).await;
    check(beside("<</Type/Filespec/F(x)/EF<</F 9 0 R>>>>"), SECRET, Err(Unread::Attachments)).await;
    let mut past = page("Rencana");
    past.extend(b"1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n");
    check(past, SECRET, Err(Unread::Versions)).await;
    let text = String::from_utf8(page("Rencana")).unwrap();
    let locked = text.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R");
    check(locked.into_bytes(), SECRET, Err(Unread::Encrypted)).await;
    let no_size = text.replace("/MediaBox[0 0 595 842]", "").into_bytes();
    check(no_size, SECRET, Err(Unread::Broken)).await;
    let circle = text.replace("/Parent 2 0 R", "/Parent 4 0 R").into_bytes();
    check(circle, SECRET, Err(Unread::Broken)).await;
    check(text.replace("xref", "xrxf").into_bytes(), SECRET, Err(Unread::Broken)).await;
    let deep = beside(&["[".repeat(5_000), "]".repeat(5_000)].concat());
    check(deep, SECRET, Err(Unread::Broken)).await;
    check(vec![b'x'; 100], SECRET, Err(Unread::Broken)).await;
    check(Vec::new(), SECRET, Err(Unread::Broken)).await;
    check(vec![b'%'; 20_000_001], SECRET, Err(Unread::TooLarge)).await;
    for cut in [20, 60, 200] {
        let mut short = page("Rencana");
        short.truncate(cut);
        check(short, SECRET, Err(Unread::Broken)).await;
    }
    // A form that draws itself, and a stream of a thousand times its size.
    let itself =
        "<</Type/XObject/Subtype/Form/Length 5/Resources<</XObject<</X 4 0 R>>>>>>stream\n/X Do\nendstream";
    let drawn = String::from_utf8(beside(itself)).unwrap();
    let drawn = drawn.replace("/Resources<</Font", "/Resources<</XObject<</X 4 0 R>>/Font");
    assert!(found(drawn.into_bytes(), SECRET).await.is_err());
    let twice = "<</Length 4/Filter[/FlateDecode /FlateDecode]>>stream\nxxxx\nendstream";
    check(beside(twice), SECRET, Err(Unread::Broken)).await;
    let bomb = packed(&vec![0; 160_000_000]);
    let mut bytes = page("Rencana");
    bytes.splice(
        9..9,
        [b"9 0 obj<</Filter/FlateDecode>>stream\n".as_slice(), &bomb, b"\nendstream endobj\n"].concat(),
    );
    check(bytes, SECRET, Err(Unread::TooLarge)).await;
}
