//! The register of accounts: inviting, changing, resetting, taking away.

use reqwest::Method;
use serde_json::{Value, json};
use server::{complaint::hold, testing::TestServer};
use shared::{
    access::Role,
    account::{AccountLine, AccountLink, AccountState, Invitation},
    api::{
        AcceptCase, AssignCase, ChangeAccount, DeactivateAccount, Endpoint, GetSession, IF_MATCH,
        InviteAccount, ListAccounts, ReadInvitation, ResetAccount, fill,
    },
    problem::ErrorCode,
};
use tests_api::{forms::filing, office, on_both, reporter::Reporter, rows, staff::Staff};

fn sri(roles: Value) -> Value {
    json!({ "name": "Sri.Contoh", "person": { "full_name": " Sri  Contoh", "roles": roles } })
}

async fn all(staff: &Staff) -> Vec<AccountLine> {
    staff.client.get(ListAccounts::PATH).await.expect(200).to()
}

async fn one(staff: &Staff, name: &str) -> AccountLine {
    all(staff).await.into_iter().find(|line| line.name == name).expect("is there")
}

async fn somebody_is_invited_once(server: &mut TestServer) {
    let admin = Staff::with(server, Role::Administrator, None).await;
    let roles = json!([{ "role": "liaison", "agency": "esdm" }, { "role": "viewer" }]);
    let made: AccountLink =
        admin.client.post(InviteAccount::PATH, &sri(roles.clone())).await.expect(200).to();
    assert_eq!((made.name.as_str(), made.accounts.len()), ("sri.contoh", 2));
    let line = one(&admin, "sri.contoh").await;
    assert_eq!(
        (line.full_name.as_str(), line.state, line.roles.len()),
        ("Sri Contoh", AccountState::Invited, 2)
    );
    assert_eq!(line.invited_until, Some(made.ends_at));
    let token = json!({ "token": made.token });
    let read: Invitation =
        Reporter::new(&server.url).client.post(ReadInvitation::PATH, &token).await.expect(200).to();
    assert_eq!(read.full_name, "Sri Contoh");

    let before = rows::count(&server.state.db).await;
    let again = admin.client.post(InviteAccount::PATH, &sri(roles)).await;
    again.blames(422, ErrorCode::Invalid, &["name taken"]);
    let wrong = json!({ "name": "x", "person": { "full_name": "", "email": "nowhere", "roles": [
        { "role": "liaison" }, { "role": "liaison", "agency": "nirwana" }, { "role": "viewer", "agency": "esdm" },
    ] } });
    admin.client.post(InviteAccount::PATH, &wrong).await.blames(
        422,
        ErrorCode::Invalid,
        &[
            "name too_short",
            "person.full_name required",
            "person.email not_an_email",
            "person.roles.0 agency_required",
            "person.roles.1 unknown_value",
            "person.roles.2 unknown_value",
        ],
    );
    assert_eq!(rows::count(&server.state.db).await, before);
    rows::verify_clean(server).await;
}

async fn what_an_account_is_for_changes_at_once(server: &mut TestServer) {
    let admin = Staff::with(server, Role::Administrator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let filed = Reporter::new(&server.url).file(&filing(1)).await;
    office::dispose(server, &filed, "esdm").await;
    liaison.just(AcceptCase::PATH, &filed).await;
    liaison.order(AssignCase::PATH, &filed, json!({ "name": liaison.name })).await;

    let path = fill(ChangeAccount::PATH, &[&liaison.name]);
    let version = one(&admin, &liaison.name).await.version;
    let moved = json!({ "full_name": "Nama Baru", "email": "baru@contoh.example", "roles": [
        { "role": "liaison", "agency": "dinkes" },
    ] });
    let client = admin.client.with(IF_MATCH, &version.to_string());
    let now: Vec<AccountLine> = client.post(&path, &moved).await.expect(200).to();
    let line = now.into_iter().find(|line| line.name == liaison.name).unwrap();
    assert_eq!((line.full_name.as_str(), line.email.as_deref()), ("Nama Baru", Some("baru@contoh.example")));
    assert_eq!(line.version, version + 1);
    client.post(&path, &moved).await.refused(409, ErrorCode::Conflict);
    let code = fill("/api/v1/desk/complaints/{code}", &[&filed.code]);
    liaison.client.get(&code).await.refused(403, ErrorCode::Forbidden);

    // What they had in hand is nobody's, for those who come next.
    let next = Staff::with(server, Role::Liaison, Some("esdm")).await;
    assert!(next.case(&filed).await.assigned.is_some());
    assert_eq!(hold::release(&server.state).await.unwrap(), 1);
    assert_eq!(hold::release(&server.state).await.unwrap(), 0);
    let case = next.case(&filed).await;
    assert_eq!((case.assigned, case.entries.last().unwrap().kind.as_str()), (None, "let_go"));
    rows::verify_clean(server).await;
}

async fn an_account_is_taken_away_and_comes_back(server: &mut TestServer) {
    let admin = Staff::with(server, Role::Administrator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let path = |path: &str| fill(path, &[&liaison.name]);
    let deactivate = path(DeactivateAccount::PATH);
    for _ in 0..2 {
        admin.client.post(&deactivate, &json!({})).await.expect(200);
    }
    assert_eq!(one(&admin, &liaison.name).await.state, AccountState::Inactive);
    let nobody: Value = liaison.client.get(GetSession::PATH).await.expect(200).to();
    assert_eq!(nobody["staff"], Value::Null);
    liaison.client.get("/api/v1/desk/complaints").await.refused(401, ErrorCode::Unauthorized);

    let first: AccountLink = admin.client.post(&path(ResetAccount::PATH), &json!({})).await.expect(200).to();
    let second: AccountLink = admin.client.post(&path(ResetAccount::PATH), &json!({})).await.expect(200).to();
    let stranger = Reporter::new(&server.url).client;
    let read = |token: &str| json!({ "token": token });
    stranger.post(ReadInvitation::PATH, &read(&first.token)).await.refused(404, ErrorCode::NotFound);
    stranger.post(ReadInvitation::PATH, &read(&second.token)).await.expect(200);
    for unknown in ["nobody-here", "A%20B", "x"] {
        let path = fill(DeactivateAccount::PATH, &[unknown]);
        admin.client.post(&path, &json!({})).await.refused(404, ErrorCode::NotFound);
    }
}

async fn somebody_can_always_invite(server: &mut TestServer) {
    let admin = Staff::with(server, Role::Administrator, None).await;
    let own = |path: &str| fill(path, &[&admin.name]);
    let answer = admin.client.post(&own(DeactivateAccount::PATH), &json!({})).await;
    assert_eq!(answer.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some("own_account"));
    let version = one(&admin, &admin.name).await.version.to_string();
    let viewer = json!({ "full_name": "Contoh", "roles": [{ "role": "viewer" }] });
    let client = admin.client.with(IF_MATCH, &version);
    let answer = client.post(&own(ChangeAccount::PATH), &viewer).await;
    assert_eq!(answer.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some("last_administrator"));
    assert_eq!(one(&admin, &admin.name).await.version.to_string(), version, "nothing of it was kept");

    // One who has not opened their account yet does not count.
    let other =
        json!({ "name": "lain", "person": { "full_name": "Lain", "roles": [{ "role": "administrator" }] } });
    admin.client.post(InviteAccount::PATH, &other).await.expect(200);
    let answer = client.post(&own(ChangeAccount::PATH), &viewer).await;
    assert_eq!(answer.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some("last_administrator"));
    Staff::with(server, Role::Administrator, None).await;
    client.post(&own(ChangeAccount::PATH), &viewer).await.expect(200);
    admin.client.get(ListAccounts::PATH).await.refused(403, ErrorCode::Forbidden);
}

async fn of_two_at_once_one_is_told(server: &mut TestServer) {
    let admin = Staff::with(server, Role::Administrator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let path = fill(ChangeAccount::PATH, &[&liaison.name]);
    let client = admin.client.with(IF_MATCH, &one(&admin, &liaison.name).await.version.to_string());
    let change = |name: &str| json!({ "full_name": name, "roles": [{ "role": "viewer" }] });
    let (first, second) = (change("Satu"), change("Dua"));
    let answers = tokio::join!(client.post(&path, &first), client.post(&path, &second));
    let mut statuses = [answers.0.status, answers.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let without =
        admin.client.send(Method::POST, &path, Some(("application/json", first.to_string().into()))).await;
    without.refused(400, ErrorCode::Malformed);
}

on_both!(
    somebody_is_invited_once,
    what_an_account_is_for_changes_at_once,
    an_account_is_taken_away_and_comes_back,
    somebody_can_always_invite,
    of_two_at_once_one_is_told,
);
