//! Public information: written by an agency's PPID, looked through and published by the province's, found by everyone.

use std::time::Duration;

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AddInformation, CheckInformation, Endpoint, GetDeskInformation, GetInformation, GetInformationBoard,
        ListDeskInformation, ListInformation, PublishInformation, SendBackInformation, WithdrawInformation,
        WriteInformation, fill,
    },
    information::{
        DeskInformationList, InformationAction, InformationBoard, InformationCounts, InformationEntry,
        InformationList, InformationStage,
    },
    problem::ErrorCode,
};
use tests_api::{
    answer::Answer,
    client::Client,
    informing::{add, give, order, published, what},
    on_both, rows,
    staff::Staff,
    wait,
};

async fn list(client: &Client, query: &str) -> InformationList {
    client.get(&format!("{}{query}", ListInformation::PATH)).await.expect(200).to()
}

async fn ids(client: &Client, query: &str) -> Vec<i64> {
    list(client, query).await.rows.iter().map(|row| row.id).collect()
}

async fn entry(client: &Client, id: i64) -> Answer {
    client.get(&fill(GetInformation::PATH, &[&id.to_string()])).await
}

async fn an_entry_is_written_looked_through_and_published(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let drafted = add(&agency, what(1, json!({ "topic": "Perencanaan" }))).await;
    let id = drafted.id;
    assert_eq!((drafted.stage, drafted.version, drafted.public_number), (InformationStage::Draft, 1, None));
    assert_eq!(drafted.actions, [InformationAction::Write]);
    entry(&anyone, id).await.refused(404, ErrorCode::NotFound);
    assert!(ids(&anyone, "").await.is_empty());

    let refused =
        give(&agency, CheckInformation::PATH, id, 1, &json!({})).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("other_role"));
    let early = give(&main, PublishInformation::PATH, id, 1, &json!({})).await;
    assert_eq!(early.refused(409, ErrorCode::Conflict).version, Some(1), "not before it was looked through");
    let back = order(&main, CheckInformation::PATH, id, json!({})).await;
    assert_eq!((back.stage, back.version), (InformationStage::Checked, 2));
    let back = order(&main, SendBackInformation::PATH, id, json!({ "text": "Ringkasannya kurang." })).await;
    assert_eq!((back.stage, back.reason.as_deref()), (InformationStage::Draft, Some("Ringkasannya kurang.")));
    let again = what(1, json!({ "summary": "Rencana kerja dengan lampiran kegiatan." }));
    let written = order(&agency, WriteInformation::PATH, id, again).await;
    assert_eq!((written.reason, written.newest.number), (None, 1), "what was never public is written over");
    order(&main, CheckInformation::PATH, id, json!({})).await;
    let public = order(&main, PublishInformation::PATH, id, json!({})).await;
    assert_eq!((public.stage, public.public_number), (InformationStage::Published, Some(1)));

    let shown: InformationEntry = entry(&anyone, id).await.expect(200).to();
    let current = shown.current.unwrap();
    assert_eq!(current.summary, "Rencana kerja dengan lampiran kegiatan.");
    assert_eq!(current.published_on, Some(server.state.settings().today(&server.state.clock)));
    assert!(shown.earlier.is_empty());
    assert_eq!(ids(&anyone, "?q=lampiran").await, [id]);
    rows::verify_clean(server).await;
}

async fn what_is_public_stays_while_its_next_version_is_written(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let id = published(&main, what(1, json!({}))).await;
    let next = what(1, json!({ "title": "Rencana kerja perubahan" }));
    let written = order(&agency, WriteInformation::PATH, id, next).await;
    assert_eq!((written.newest.number, written.public_number), (2, Some(1)));
    assert_eq!(list(&anyone, "").await.rows[0].title, "Rencana kerja nomor 1");
    assert!(ids(&anyone, "?q=perubahan").await.is_empty(), "a draft is found by nobody");
    order(&main, CheckInformation::PATH, id, json!({})).await;
    order(&main, PublishInformation::PATH, id, json!({})).await;
    let shown: InformationEntry = entry(&anyone, id).await.expect(200).to();
    assert_eq!(shown.current.unwrap().title, "Rencana kerja perubahan");
    assert_eq!(shown.earlier.iter().map(|version| version.number).collect::<Vec<_>>(), [1]);
    assert_eq!(ids(&anyone, "?q=perubahan").await, [id]);
    assert!(ids(&anyone, "?q=nomor+1").await == [id], "the summary still says so");

    let gone = order(&main, WithdrawInformation::PATH, id, json!({ "text": "Salah unggah." })).await;
    assert_eq!((gone.stage, gone.public_number), (InformationStage::Withdrawn, None));
    let answer = entry(&anyone, id).await.expect(200);
    assert!(!answer.text().contains("perubahan") && !answer.text().contains("Salah unggah"));
    let shown: InformationEntry = answer.to();
    assert!(shown.current.is_none() && shown.earlier.is_empty() && shown.withdrawn_on.is_some());
    assert!(ids(&anyone, "").await.is_empty() && ids(&anyone, "?q=perubahan").await.is_empty());
    // Written anew it is a third version.
    let third = order(&agency, WriteInformation::PATH, id, what(1, json!({}))).await;
    assert_eq!((third.stage, third.newest.number), (InformationStage::Draft, 3));
    rows::verify_clean(server).await;
}

async fn what_is_immediate_waits_for_nobody(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let drafted =
        add(&agency, what(1, json!({ "category": "immediate", "title": "Gempa: jauhi pantai" }))).await;
    assert_eq!(drafted.actions, [InformationAction::Write, InformationAction::Publish]);
    let public = order(&agency, PublishInformation::PATH, drafted.id, json!({})).await;
    assert_eq!(public.stage, InformationStage::Published);
    let anyone = Client::new(&server.url);
    assert_eq!(ids(&anyone, "?category=immediate").await, [drafted.id]);
    assert!(ids(&anyone, "?category=regular").await.is_empty());
}

async fn what_is_immediate_stands_on_top_of_the_first_page(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let first = || async { anyone.get("/").await.expect(200).text() };
    published(&main, what(1, json!({}))).await;
    assert!(!first().await.contains("class=\"immediate\""), "only what is immediate stands there");
    let warning = what(2, json!({ "category": "immediate", "title": "Awas <banjir>" }));
    let id = add(&main, warning).await.id;
    assert!(!first().await.contains("Awas"));
    order(&main, PublishInformation::PATH, id, json!({})).await;
    // Told to all servers by the next revision.
    let page = wait::until("the warning on the first page", || async {
        Some(first().await).filter(|page| page.contains("Awas &lt;banjir&gt;"))
    });
    assert!(page.await.contains(&format!("href=\"/informasi/{id}\"")));
    order(&main, WithdrawInformation::PATH, id, json!({ "text": "Sudah aman." })).await;
    wait::until("the warning to go", || async { (!first().await.contains("Awas")).then_some(()) }).await;

    let id = add(&main, what(3, json!({ "category": "immediate", "title": "Awas zirafah" }))).await.id;
    order(&main, PublishInformation::PATH, id, json!({})).await;
    wait::until("the next warning", || async { first().await.contains("zirafah").then_some(()) }).await;
    server.clock.advance(Duration::from_secs(31 * 24 * 60 * 60));
    assert!(!first().await.contains("zirafah"), "after a month it is in the list alone");
}

async fn the_list_of_what_is_worked_on_is_narrowed(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let public = published(&main, what(1, json!({ "title": "Laporan Keuangan 100%" }))).await;
    server.clock.advance(Duration::from_secs(1));
    let draft = add(&agency, what(2, json!({ "title": "Rencana keuangan 1000" }))).await.id;
    server.clock.advance(Duration::from_secs(1));
    let other = add(&main, what(3, json!({ "agency": "bina_marga", "title": "Ruas jalan" }))).await.id;
    let check = async |staff: &Staff, query: &str, expected: &[i64]| {
        let path = format!("{}{query}", ListDeskInformation::PATH);
        let list: DeskInformationList = staff.client.get(&path).await.expect(200).to();
        assert_eq!(list.rows.iter().map(|row| row.id).collect::<Vec<_>>(), expected, "{query}");
    };
    check(&main, "", &[other, draft, public]).await;
    check(&main, "?stage=draft", &[other, draft]).await;
    check(&main, "?stage=published&agency=esdm", &[public]).await;
    check(&main, "?agency=bina_marga", &[other]).await;
    check(&main, "?q=KEUANGAN", &[draft, public]).await;
    check(&main, "?q=100%25", &[public]).await;
    check(&main, "?q=keuangan&stage=draft", &[draft]).await;
    check(&main, "?q=_", &[]).await;
    check(&main, "?q=&agency=", &[other, draft, public]).await;
    check(&agency, "", &[draft, public]).await;
    check(&agency, "?agency=bina_marga", &[]).await;
    for (query, blame) in [("?stage=x", "stage unknown_value"), ("?after=x", "after unknown_value")] {
        let path = format!("{}{query}", ListDeskInformation::PATH);
        main.client.get(&path).await.blames(422, ErrorCode::Invalid, &[blame]);
    }
}

async fn agencies_keep_to_their_own(server: &mut TestServer) {
    let esdm = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let dinkes = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = add(&esdm, what(1, json!({}))).await.id;
    server.clock.advance(Duration::from_secs(60));
    let other = add(&dinkes, what(2, json!({ "agency": "dinkes" }))).await.id;
    let foreign = |answer: Answer| {
        assert_eq!(answer.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some("other_agency"));
    };
    foreign(dinkes.client.post(AddInformation::PATH, &what(3, json!({}))).await);
    foreign(dinkes.client.get(&fill(GetDeskInformation::PATH, &[&id.to_string()])).await);
    foreign(give(&dinkes, WriteInformation::PATH, id, 1, &what(1, json!({ "agency": "dinkes" }))).await);
    // Nor is one's own given to another.
    foreign(give(&esdm, WriteInformation::PATH, id, 1, &what(1, json!({ "agency": "dinkes" }))).await);
    let seen = async |staff: &Staff| -> Vec<i64> {
        let list: DeskInformationList = staff.client.get(ListDeskInformation::PATH).await.expect(200).to();
        list.rows.iter().map(|row| row.id).collect()
    };
    assert_eq!((seen(&esdm).await, seen(&dinkes).await), (vec![id], vec![other]));
    assert_eq!(seen(&main).await, [other, id], "what was touched last on top");
    order(&main, WriteInformation::PATH, id, what(1, json!({ "agency": "dinkes" }))).await;
    assert!(seen(&esdm).await.is_empty());
}

async fn what_does_not_fit_is_refused(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let before = rows::count(&server.state.db).await;
    let refused = main
        .client
        .post(AddInformation::PATH, &what(1, json!({ "title": "", "made_on": "2031-01-01" })))
        .await;
    refused.blames(422, ErrorCode::Invalid, &["title required", "made_on in_future"]);
    let unknown = main.client.post(AddInformation::PATH, &what(1, json!({ "agency": "tidak_ada" }))).await;
    unknown.blames(422, ErrorCode::Invalid, &["agency unknown_value"]);
    assert_eq!(rows::count(&server.state.db).await, before);
    let id = add(&main, what(1, json!({}))).await.id;
    for path in ["0", "-1", "x", "99999"] {
        let shown = fill(GetDeskInformation::PATH, &[path]);
        main.client.get(&shown).await.refused(404, ErrorCode::NotFound);
        main.client.get(&fill(GetInformation::PATH, &[path])).await.refused(404, ErrorCode::NotFound);
    }
    // Of two that rest on the same version one is obeyed.
    let (first, second) =
        (what(1, json!({ "title": "Judul pertama" })), what(1, json!({ "title": "Judul kedua" })));
    let both = futures_util::future::join(
        give(&main, WriteInformation::PATH, id, 1, &first),
        give(&main, WriteInformation::PATH, id, 1, &second),
    );
    let (one, two) = both.await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let empty = give(&main, WithdrawInformation::PATH, id, 2, &json!({ "text": " " })).await;
    empty.blames(422, ErrorCode::Invalid, &["text required"]);
    let early = give(&main, WithdrawInformation::PATH, id, 2, &json!({ "text": "Alasan." })).await;
    early.refused(409, ErrorCode::Conflict);
    rows::verify_clean(server).await;
}

async fn everyone_finds_what_they_look_for(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let mut all = Vec::new();
    for number in 1..=23 {
        let agency = if number % 2 == 0 { "esdm" } else { "dinkes" };
        let forms = if number == 7 { json!(["print", "recording"]) } else { json!(["digital"]) };
        let year = if number <= 3 { "2024-05-01" } else { "2026-01-05" };
        let more = json!({ "agency": agency, "forms": forms, "made_on": year, "plain": "Bahasa sederhana." });
        all.push(published(&main, what(number, more)).await);
    }
    all.reverse();
    let first = list(&anyone, "").await;
    assert_eq!(first.rows.len(), 20);
    let next = first.next.unwrap();
    let rest = list(&anyone, &format!("?after={next}")).await;
    assert!(rest.next.is_none());
    let pages: Vec<i64> = first.rows.iter().chain(&rest.rows).map(|row| row.id).collect();
    assert_eq!(pages, all, "the newest first, each once");

    assert_eq!(ids(&anyone, "?form=recording").await, [all[23 - 7]]);
    assert_eq!(ids(&anyone, "?year=2024").await, all[20..]);
    assert_eq!(ids(&anyone, "?year=2024&agency=esdm").await, [all[21]]);
    // As somebody types: words are found by how they begin, in any order.
    assert_eq!(ids(&anyone, "?q=angg+kerj&year=2024").await, all[20..]);
    assert_eq!(ids(&anyone, "?q=sederhana").await.len(), 20);
    let found = list(&anyone, "?q=rencana").await;
    let rest = ids(&anyone, &format!("?q=rencana&after={}", found.next.unwrap())).await;
    assert_eq!(rest, all[20..]);
    assert!(ids(&anyone, "?q=%22%27%3B--").await.is_empty(), "signs are no words");
    for (query, blame) in [
        ("?category=excluded", "category unknown_value"),
        ("?warna=biru", "warna unknown_field"),
        ("?after=x", "after unknown_value"),
    ] {
        let refused = anyone.get(&format!("{}{query}", ListInformation::PATH)).await;
        refused.blames(422, ErrorCode::Invalid, &[blame]);
    }
}

async fn what_wants_to_be_done_is_counted(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let today = server.state.settings().today(&server.state.clock);
    let full = json!({
        "made_at": "Palu", "plain": "Kata mudah.", "forms": ["print"], "keep_until": today.plus(100).to_string(),
    });
    published(&main, what(1, full)).await;
    let ends = json!({ "category": "any_time", "keep_until": today.plus(20).to_string() });
    let ends = published(&main, what(2, ends)).await;
    let promised = json!({ "made_at": "Palu", "plain": "Kata mudah.", "agency": "disnakertrans" });
    let promised = published(&main, what(3, promised)).await;
    add(&main, what(4, json!({}))).await;
    let counts = async |staff: &Staff| {
        let board: InformationBoard = staff.client.get(GetInformationBoard::PATH).await.expect(200).to();
        let line = |one: &InformationCounts| {
            let counts = [one.public, one.complete, one.refresh, one.ending, one.waiting];
            (one.agency.clone(), counts)
        };
        board.agencies.iter().map(line).collect::<Vec<_>>()
    };
    let expected = [("disnakertrans".to_owned(), [1, 0, 0, 0, 0]), ("esdm".to_owned(), [2, 1, 0, 1, 1])];
    assert_eq!(counts(&main).await, expected);
    let agency = Staff::with(server, Role::PpidAgency, Some("disnakertrans")).await;
    assert_eq!(counts(&agency).await, expected[..1]);
    let found = async |staff: &Staff, need: &str| {
        let path = format!("{}?need={need}", ListDeskInformation::PATH);
        let list: DeskInformationList = staff.client.get(&path).await.expect(200).to();
        list.rows.iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(found(&main, "ending").await, [ends]);
    assert_eq!(found(&main, "incomplete").await, [promised, ends]);
    assert_eq!(found(&agency, "incomplete").await, [promised]);
    assert_eq!(found(&main, "refresh").await, [0i64; 0]);
    main.client.get("/api/v1/desk/information?need=x").await.refused(422, ErrorCode::Invalid);

    // Half a year later what is public at regular times wants a look; a new version has had it.
    server.clock.advance(Duration::from_secs(190 * 24 * 60 * 60));
    let main = main.back(server).await;
    assert_eq!(
        counts(&main).await,
        [("disnakertrans".to_owned(), [1, 0, 1, 0, 0]), ("esdm".to_owned(), [2, 1, 1, 2, 1])]
    );
    assert_eq!(found(&main, "refresh").await.len(), 2);
    order(&main, WriteInformation::PATH, promised, what(3, json!({ "agency": "disnakertrans" }))).await;
    order(&main, CheckInformation::PATH, promised, json!({})).await;
    order(&main, PublishInformation::PATH, promised, json!({})).await;
    assert_eq!(found(&main, "refresh").await.len(), 1);
}

on_both!(
    what_wants_to_be_done_is_counted,
    an_entry_is_written_looked_through_and_published,
    what_is_public_stays_while_its_next_version_is_written,
    what_is_immediate_waits_for_nobody,
    what_is_immediate_stands_on_top_of_the_first_page,
    the_list_of_what_is_worked_on_is_narrowed,
    agencies_keep_to_their_own,
    what_does_not_fit_is_refused,
    everyone_finds_what_they_look_for,
);
