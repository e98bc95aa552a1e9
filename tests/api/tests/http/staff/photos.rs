//! Photos of a published complaint: nothing is public that nobody chose, and nothing that was covered is seen again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        CASE_FILE_PATH, ChangeSetup, DisposeCase, DraftPublication, Endpoint, EraseComplaint, GetSetup,
        IF_MATCH, PHOTO_PATH, PublishCase, SMALL_PHOTO_PATH, SealCase, VerifyCase, fill,
    },
    complaint::{Action, Actor, BOXES_MAX, FileView, Filed, desk::Draft},
    problem::ErrorCode,
    setup::Setup,
};
use tests_api::{
    answer::Answer, client::Client, forms::filing_with, office, on_both, pictures, reporter::Reporter, rows,
    staff::Staff,
};

/// A part of the photo that is covered.
const PART: [u32; 4] = [300, 150, 200, 120];

fn boxes() -> Value {
    let [left, top, width, height] = PART;
    json!([{ "left": left, "top": top, "width": width, "height": height }])
}

async fn verified(server: &TestServer, coordinator: &Staff, photos: usize) -> Filed {
    let reporter = Reporter::new(&server.url);
    let mut files = Vec::new();
    for number in 0..photos {
        // One after the other, as phones send them: their order is that of their arrival.
        server.clock.advance(Duration::from_secs(1));
        let photo = pictures::jpeg_with_position(900 + number as u32, 600);
        files.push(reporter.upload("foto di jalan.jpg", &photo).await);
    }
    server.clock.advance(Duration::from_secs(1));
    files.push(reporter.upload("surat.pdf", &pictures::pdf()).await);
    let filed = reporter.file(&filing_with(1, json!({ "files": files }))).await;
    coordinator.just(VerifyCase::PATH, &filed).await;
    filed
}

async fn draft(coordinator: &Staff, filed: &Filed) -> Draft {
    coordinator.client.get(&fill(DraftPublication::PATH, &[&filed.code])).await.expect(200).to()
}

async fn try_publish(coordinator: &Staff, filed: &Filed, photos: Value) -> Answer {
    let Draft { title, content, .. } = draft(coordinator, filed).await;
    let version = coordinator.case(filed).await.version;
    let body = json!({ "title": title, "content": content, "photos": photos });
    coordinator.command(PublishCase::PATH, filed, version, &body).await
}

async fn publish(coordinator: &Staff, filed: &Filed, photos: Value) {
    try_publish(coordinator, filed, photos).await.expect(200);
}

async fn original_of(client: &Client, filed: &Filed, id: &str) -> Answer {
    client.get(&fill(CASE_FILE_PATH, &[&filed.code, id])).await
}

/// Whether any file below a folder is or holds these bytes.
fn lies_below(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { lies_below(&path, bytes) } else { fs::read(&path).unwrap_or_default() == bytes }
    })
}

fn files_below(folder: &Path) -> usize {
    let count = |path: &Path| if path.is_dir() { files_below(path) } else { 1 };
    fs::read_dir(folder).unwrap().map(|entry| count(&entry.unwrap().path())).sum()
}

async fn change(coordinator: &Staff, change: Value) {
    let version = coordinator.client.get(GetSetup::PATH).await.expect(200).to::<Setup>().version.to_string();
    coordinator.client.with(IF_MATCH, &version).post(ChangeSetup::PATH, &change).await.expect(200);
}

/// Insists that the part is black in a photo and that the rest is as it was.
fn is_covered(covered: &[u8], original: &[u8]) {
    let read = |bytes: &[u8]| image::load_from_memory(bytes).expect("is a picture").into_rgb8();
    let (covered, original) = (read(covered), read(original));
    assert_eq!(covered.dimensions(), original.dimensions());
    let [left, top, width, height] = PART;
    let mut differing = 0;
    for (x, y, pixel) in covered.enumerate_pixels() {
        let is_within = (left..left + width).contains(&x) && (top..top + height).contains(&y);
        // A JPEG's blocks of sixteen pixels mix what lies on both sides of an edge; deep within nothing is left.
        let is_deep =
            (left + 16..left + width - 16).contains(&x) && (top + 16..top + height - 16).contains(&y);
        let is_near = (left.saturating_sub(16)..left + width + 16).contains(&x)
            && (top.saturating_sub(16)..top + height + 16).contains(&y);
        let before = original.get_pixel(x, y).0;
        if is_within {
            let most = if is_deep { 8 } else { 128 };
            assert!(pixel.0.iter().all(|part| *part < most), "{x} {y} {pixel:?}");
        } else if !is_near && pixel.0.iter().zip(before).any(|(now, before)| now.abs_diff(before) > 60) {
            differing += 1;
        }
    }
    assert!(differing < 200, "{differing} pixels beside the box are others");
}

async fn only_what_was_chosen_is_public(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    let filed = verified(server, &coordinator, 2).await;
    let photos = draft(&coordinator, &filed).await.photos;
    assert_eq!(photos.len(), 2, "a document is no photo");
    assert!(photos.iter().all(|photo| !photo.is_public && photo.id == photo.original));
    publish(&coordinator, &filed, json!([])).await;
    assert!(reporter.public_view(&filed).await.photos.is_empty());
    let shown = async |path: &str, id: &str| reporter.client.get(&fill(path, &[&filed.code, id])).await;
    for path in [PHOTO_PATH, SMALL_PHOTO_PATH] {
        shown(path, &photos[0].id).await.refused(404, ErrorCode::NotFound);
        shown(path, "x").await.refused(404, ErrorCode::NotFound);
    }

    let wanted = json!([{ "id": photos[1].id, "words": " Lubang di tengah jalan " }]);
    publish(&coordinator, &filed, wanted).await;
    let public = reporter.public_view(&filed).await.photos;
    let [photo] = &public[..] else { panic!("{public:?}") };
    assert_eq!((photo.id.as_str(), photo.covered), (photos[1].id.as_str(), 0));
    assert_eq!(photo.words.as_deref(), Some("Lubang di tengah jalan"));
    assert_eq!((photo.width, photo.height), (480, 320));
    let whole = shown(PHOTO_PATH, &photo.id).await.expect(200);
    assert_eq!(whole.header("content-type"), "image/jpeg");
    assert_eq!(whole.header("content-disposition"), "inline");
    assert!(whole.header("content-security-policy").contains("sandbox"));
    assert_eq!(whole.body, original_of(&coordinator.client, &filed, &photo.id).await.body);
    let small = shown(SMALL_PHOTO_PATH, &photo.id).await.expect(200);
    let picture = image::load_from_memory(&small.body).unwrap();
    assert_eq!((picture.width(), picture.height()), (480, 320));
    assert!(small.body.len() < 40_000, "{}", small.body.len());
    for (path, answer) in [(PHOTO_PATH, &whole), (SMALL_PHOTO_PATH, &small)] {
        let known = reporter.client.with("if-none-match", answer.header("etag"));
        let again = known.get(&fill(path, &[&filed.code, &photo.id])).await.expect(304);
        assert!(again.body.is_empty());
    }
    // The page of it, without the application.
    let page = reporter.client.get(&format!("/lacak/{}", filed.code)).await.expect(200).text();
    assert!(page.contains("alt=\"Lubang di tengah jalan\""));
    assert!(page.contains("property=\"og:image\""), "a shared link shows it");
    // The other one is nobody's still, nor are files of another complaint.
    shown(PHOTO_PATH, &photos[0].id).await.refused(404, ErrorCode::NotFound);
    let other = verified(server, &coordinator, 1).await;
    publish(&coordinator, &other, json!([])).await;
    let elsewhere = fill(PHOTO_PATH, &[&other.code, &photo.id]);
    reporter.client.get(&elsewhere).await.refused(404, ErrorCode::NotFound);
    rows::verify_clean(server).await;
}

async fn what_is_covered_is_sealed(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let reporter = Reporter::new(&server.url);
    let filed = verified(server, &coordinator, 1).await;
    coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm" })).await;
    let id = draft(&coordinator, &filed).await.photos[0].id.clone();
    let original = original_of(&liaison.client, &filed, &id).await.expect(200).body;
    assert!(lies_below(&server.config.data, &original), "until now the agency works with it");

    publish(&coordinator, &filed, json!([{ "id": id, "boxes": boxes() }])).await;
    let public = reporter.public_view(&filed).await.photos[0].clone();
    assert_ne!(public.id, id);
    assert_eq!(public.covered, 1);
    let covered = reporter.client.get(&fill(PHOTO_PATH, &[&filed.code, &public.id])).await.expect(200).body;
    is_covered(&covered, &original);

    // Nothing of it is left on the disk; who decides and who took it still open it, and nobody else does.
    assert!(!lies_below(&server.config.data, &original), "the original lies open on the disk");
    assert_eq!(original_of(&coordinator.client, &filed, &id).await.expect(200).body, original);
    assert_eq!(reporter.download(&filed, &id).await.expect(200).body, original);
    let refused = original_of(&liaison.client, &filed, &id).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("other_role"));
    reporter.client.get(&fill(PHOTO_PATH, &[&filed.code, &id])).await.refused(404, ErrorCode::NotFound);
    let names = |files: &[FileView]| files.iter().map(|file| file.id.clone()).collect::<Vec<_>>();
    let seen = liaison.case(&filed).await;
    assert!(!names(&seen.files).contains(&id));
    assert_eq!(seen.public_photos, std::slice::from_ref(&public));
    assert!(coordinator.case(&filed).await.files.iter().any(|file| file.id == id && file.sealed));
    assert_eq!(
        names(&reporter.own_view(&filed).await.own.unwrap().files).len(),
        2,
        "no version is there twice"
    );
    rows::verify_clean(server).await;

    // Covered anew, from the original; the version before is gone.
    let drafted = draft(&coordinator, &filed).await.photos[0].clone();
    assert_eq!((&drafted.id, &drafted.original, drafted.covered), (&public.id, &id, 1));
    let twice = json!([{ "left": 0, "top": 0, "width": 900, "height": 600 }]);
    publish(&coordinator, &filed, json!([{ "id": drafted.id, "boxes": twice }])).await;
    let again = reporter.public_view(&filed).await.photos[0].clone();
    assert!(again.id != public.id && !lies_below(&server.config.data, &covered));

    // Kept as it is, kept back, and never uncovered.
    publish(&coordinator, &filed, json!([{ "id": again.id, "words": "Jalan" }])).await;
    let kept = reporter.public_view(&filed).await.photos[0].clone();
    assert_eq!((kept.id, kept.covered, kept.words.as_deref()), (again.id, 1, Some("Jalan")));
    publish(&coordinator, &filed, json!([])).await;
    assert!(reporter.public_view(&filed).await.photos.is_empty());
    let drafted = draft(&coordinator, &filed).await.photos[0].clone();
    assert!(drafted.needs_boxes && drafted.id == id);
    let bare = try_publish(&coordinator, &filed, json!([{ "id": id }])).await;
    bare.blames(422, ErrorCode::Invalid, &["photos.0.boxes required"]);
    publish(&coordinator, &filed, json!([{ "id": id, "boxes": boxes() }])).await;
    rows::verify_clean(server).await;
    assert_eq!(files_below(&server.config.data.join("files")), 3, "photo, its version, document");
}

async fn what_is_covered_is_deleted_where_that_is_set(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    change(&coordinator, json!({ "originals": "deleted" })).await;
    let filed = verified(server, &coordinator, 2).await;
    let ids: Vec<String> =
        draft(&coordinator, &filed).await.photos.into_iter().map(|photo| photo.id).collect();
    let original = original_of(&coordinator.client, &filed, &ids[0]).await.expect(200).body;
    publish(&coordinator, &filed, json!([{ "id": ids[1] }, { "id": ids[0], "boxes": boxes() }])).await;
    let public = reporter.public_view(&filed).await.photos;
    assert_eq!((public[0].id.as_str(), public[0].covered, public[1].covered), (ids[1].as_str(), 0, 1));

    assert!(!lies_below(&server.config.data, &original));
    original_of(&coordinator.client, &filed, &ids[0]).await.refused(404, ErrorCode::NotFound);
    reporter.download(&filed, &ids[0]).await.refused(404, ErrorCode::NotFound);
    // The version takes its place, in its order, everywhere.
    let own = reporter.own_view(&filed).await.own.unwrap().files;
    assert_eq!(own[0].id, public[1].id);
    assert_eq!((own.len(), own[0].name.as_str(), own[0].sealed), (3, "foto di jalan.jpg", false));
    is_covered(&reporter.download(&filed, &own[0].id).await.expect(200).body, &original);
    assert_eq!(draft(&coordinator, &filed).await.photos.len(), 2);
    // Kept back and public again.
    publish(&coordinator, &filed, json!([])).await;
    publish(&coordinator, &filed, json!([{ "id": own[0].id }])).await;
    rows::verify_clean(server).await;
    assert_eq!(files_below(&server.config.data.join("files")), 3);
}

async fn what_does_not_fit_changes_nothing(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let (filed, other) = (verified(server, &coordinator, 2).await, verified(server, &coordinator, 1).await);
    let photos = draft(&coordinator, &filed).await.photos;
    let foreign = draft(&coordinator, &other).await.photos[0].id.clone();
    let document = coordinator.case(&filed).await.files.last().unwrap().id.clone();
    let (rows_before, files) = (rows::count(&server.state.db).await, || files_below(&server.config.data));
    let files_before = files();
    let good = json!({ "id": photos[0].id, "boxes": boxes() });
    let with = |boxes: Value| json!([good, { "id": photos[1].id, "boxes": boxes }]);
    let beside = json!([{ "left": 800, "top": 0, "width": 200, "height": 10 }]);
    let nothing = json!([{ "left": 0, "top": 0, "width": 0, "height": 10 }]);
    let many = vec![json!({ "left": 0, "top": 0, "width": 9, "height": 9 }); BOXES_MAX + 1];
    for (wanted, blame) in [
        (json!([{ "id": foreign }]), "photos.0.id unknown_value"),
        (json!([{ "id": document }]), "photos.0.id unknown_value"),
        (json!([{ "id": "\u{0}" }]), "photos.0.id unknown_value"),
        (json!([good, good]), "photos.1.id repeated"),
        (with(beside), "photos.1.boxes out_of_range"),
        (with(nothing), "photos.1.boxes out_of_range"),
        (with(json!(many)), "photos.1.boxes too_many"),
        (json!([{ "id": photos[0].id, "words": "x".repeat(201) }]), "photos.0.words too_long"),
        (json!([{ "id": photos[0].id, "words": " " }]), "photos.0.words required"),
    ] {
        let refused = try_publish(&coordinator, &filed, wanted).await;
        refused.blames(422, ErrorCode::Invalid, &[blame]);
        assert_eq!(files(), files_before, "{blame}");
    }
    let odd = json!([{ "id": photos[0].id, "boxes": [{ "left": -1, "top": 0, "width": 5, "height": 5 }] }]);
    assert!(matches!(try_publish(&coordinator, &filed, odd).await.status, 400 | 422));

    // Whoever comes with a version that is over leaves nothing behind.
    let Draft { title, content, .. } = draft(&coordinator, &filed).await;
    let body = json!({ "title": title, "content": content, "photos": [good] });
    let late = coordinator.case(&filed).await.version - 1;
    let refused = coordinator.command(PublishCase::PATH, &filed, late, &body).await;
    refused.refused(409, ErrorCode::Conflict);
    assert_eq!((files(), rows::count(&server.state.db).await), (files_before, rows_before));

    // Two at once: one is public, the other is told so, and there is one version.
    let version = coordinator.case(&filed).await.version;
    let publish = || coordinator.command(PublishCase::PATH, &filed, version, &body);
    let (one, two) = futures_util::future::join(publish(), publish()).await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(files(), files_before + 1);
    rows::verify_clean(server).await;
}

async fn sealing_and_erasing_take_them_back(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let reporter = Reporter::new(&server.url);
    let filed = verified(server, &coordinator, 1).await;
    let id = draft(&coordinator, &filed).await.photos[0].id.clone();
    let original = original_of(&coordinator.client, &filed, &id).await.expect(200).body;
    publish(&coordinator, &filed, json!([{ "id": id, "boxes": boxes() }])).await;
    let public = reporter.public_view(&filed).await.photos[0].clone();
    coordinator.order(SealCase::PATH, &filed, json!({ "text": "Tentang pungutan." })).await;
    for path in [PHOTO_PATH, SMALL_PHOTO_PATH] {
        let gone = reporter.client.get(&fill(path, &[&filed.code, &public.id])).await;
        gone.refused(404, ErrorCode::NotFound);
    }
    assert_eq!(original_of(&inspector.client, &filed, &id).await.expect(200).body, original);
    original_of(&coordinator.client, &filed, &id).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(files_below(&server.config.data.join("files")), 2, "the public version is gone");

    let other = verified(server, &coordinator, 1).await;
    let id = draft(&coordinator, &other).await.photos[0].id.clone();
    publish(&coordinator, &other, json!([{ "id": id, "boxes": boxes() }])).await;
    office::step(server, &other, Actor::Reporter, Action::Withdraw).await;
    let erased = json!({ "code": other.code, "reason": "Permintaan pelapor." });
    officer.client.post(EraseComplaint::PATH, &erased).await.expect(200);
    assert!(reporter.public_view(&other).await.photos.is_empty());
    assert_eq!(files_below(&server.config.data.join("files")), 2, "of the erased one nothing is left");
    assert_eq!(rows::number(&server.state.db, "select count(*) from photo").await, 0);
    rows::verify_clean(server).await;
}

on_both!(
    only_what_was_chosen_is_public,
    what_is_covered_is_sealed,
    what_is_covered_is_deleted_where_that_is_set,
    what_does_not_fit_changes_nothing,
    sealing_and_erasing_take_them_back,
);
