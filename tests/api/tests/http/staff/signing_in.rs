//! Invitations, signing in with a password and a second factor, sessions.

use jiff::Timestamp;
use serde_json::{Value, json};
use server::{
    account::{
        invite::{self, NewAccount},
        seat::{Opener, seat},
    },
    testing::TestServer,
};
use shared::{
    access::Role,
    account::{AccountName, Invitation, RoleHeld, SessionLine, SessionView, StaffView, Welcome},
    api::{
        AcceptInvitation, Endpoint, GetSession, ListSessions, ReadInvitation, RevokeSession, SignIn, SignOut,
        fill,
    },
    problem::ErrorCode,
};
use std::time::Duration;
use tests_api::{answer::Answer, client::Client, on_both, staff::Staff};
use totp_rs::{Algorithm, Secret, TOTP};

fn somebody(name: &str) -> NewAccount {
    NewAccount {
        name: AccountName::parse(name).unwrap(),
        full_name: "Sri Contoh".into(),
        email: None,
        roles: vec![RoleHeld { role: Role::Administrator, agency: None }],
    }
}

/// What an authenticator shows, from the key as people type it.
fn code(key: &str, at: Timestamp) -> String {
    let key = Secret::Encoded(key.to_owned()).to_bytes().unwrap();
    let totp = TOTP::new(Algorithm::SHA1, 6, 1, 30, key).unwrap();
    totp.generate(u64::try_from(at.as_second()).unwrap())
}

/// Who the server takes a browser for.
async fn who(client: &Client) -> Option<String> {
    let view: SessionView = client.get(GetSession::PATH).await.expect(200).to();
    view.staff.map(|staff| staff.name)
}

/// The cookies that an answer sets, as a browser sends them back.
fn cookies(answer: &Answer) -> String {
    let set = answer.headers.get_all("set-cookie").iter();
    let pairs: Vec<_> =
        set.map(|value| value.to_str().unwrap().split(';').next().unwrap().to_owned()).collect();
    pairs.join("; ")
}

/// The whole way from a link to a session, over HTTP.
async fn an_invitation_becomes_a_session(server: &mut TestServer) {
    let state = &server.state;
    let (db, keys, settings) = (&state.db, &state.keys, state.settings());
    let now = server.clock.now();
    let invited = invite::invite(db, keys, &settings, somebody("sri"), now).await.unwrap();
    let client = Client::new(&server.url);
    let asked = json!({ "token": invited.token });
    let invitation: Invitation = client.post(ReadInvitation::PATH, &asked).await.expect(200).to();
    assert_eq!((invitation.name.as_str(), invitation.full_name.as_str()), ("sri", "Sri Contoh"));
    assert!(invitation.totp_address.starts_with("otpauth://totp/Tanggap:sri?secret="));

    let accept = async |password: &str, totp: &str| {
        let body = json!({ "token": invited.token, "password": password, "totp": totp });
        client.post(AcceptInvitation::PATH, &body).await
    };
    let good = "kuda baterai benar";
    let shown = code(&invitation.totp_key, now);
    accept("pendek", "").await.blames(422, ErrorCode::Invalid, &["password too_short", "totp required"]);
    accept("sri sri sri sri", &shown).await.blames(422, ErrorCode::Invalid, &["password guessable"]);
    accept(good, "000000").await.blames(422, ErrorCode::Invalid, &["totp unknown_value"]);
    let welcome: Welcome = accept(good, &shown).await.expect(200).to();
    assert_eq!(welcome.recovery_codes.len(), 10);
    accept(good, &shown).await.refused(404, ErrorCode::NotFound);
    client.post(ReadInvitation::PATH, &asked).await.refused(404, ErrorCode::NotFound);

    let sign_in = async |name: &str, password: &str, totp: &str| {
        client.post(SignIn::PATH, &json!({ "name": name, "password": password, "totp": totp })).await
    };
    // The code that was shown to accept has been used.
    sign_in("sri", good, &shown).await.refused(401, ErrorCode::Unauthorized);
    server.clock.advance(Duration::from_secs(30));
    let shown = code(&invitation.totp_key, server.clock.now());
    let unknown = sign_in("budi", good, &shown).await;
    let wrong = sign_in("sri", "kuda baterai salah", &shown).await;
    let late = sign_in("sri", good, "123456").await;
    for refused in [&unknown, &wrong, &late] {
        refused.refused(401, ErrorCode::Unauthorized);
        assert_eq!(refused.body, unknown.body, "they look alike");
        assert!(!refused.headers.contains_key("set-cookie"));
    }
    let answer = sign_in(" Sri ", good, &shown).await.expect(200);
    let view: StaffView = answer.to();
    assert!(view.has(Role::Administrator) && view.recovery_codes == 10);
    for cookie in answer.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for word in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(word), "{cookie}");
        }
    }
    assert_eq!(answer.header("cache-control"), "no-store");
    sign_in("sri", good, &shown).await.refused(401, ErrorCode::Unauthorized);

    // A recovery code opens once.
    let recovery = welcome.recovery_codes[3].to_uppercase();
    let other: StaffView = sign_in("sri", good, &recovery).await.expect(200).to();
    assert_eq!(other.recovery_codes, 9);
    sign_in("sri", good, &recovery).await.refused(401, ErrorCode::Unauthorized);

    let signed_in = client.with("cookie", &cookies(&answer));
    assert_eq!(who(&signed_in).await.as_deref(), Some("sri"));
    let sessions: Vec<SessionLine> = signed_in.get(ListSessions::PATH).await.expect(200).to();
    assert_eq!(sessions.iter().map(|line| line.is_present).filter(|present| *present).count(), 1);
    assert_eq!(sessions.len(), 2);
    let foreign = sessions.iter().find(|line| !line.is_present).unwrap();
    let revoke = fill(RevokeSession::PATH, &[&foreign.id]);
    let left: Vec<SessionLine> = signed_in.delete(&revoke).await.expect(200).to();
    assert!(left.len() == 1 && left[0].is_present);
    signed_in.delete(&revoke).await.refused(404, ErrorCode::NotFound);
    signed_in.delete(SignOut::PATH).await.expect(200);
    assert_eq!(who(&signed_in).await, None);
    signed_in.get(ListSessions::PATH).await.refused(401, ErrorCode::Unauthorized);
}

async fn sessions_end(server: &mut TestServer) {
    let staff = Staff::with(server, Role::Viewer, None).await;
    let present = async || staff.client.get(ListSessions::PATH).await;
    // Used, it lasts a working day; after that it ends all the same.
    for _ in 0..11 {
        server.clock.advance(Duration::from_secs(60 * 60));
        present().await.expect(200);
    }
    server.clock.advance(Duration::from_secs(60 * 60));
    present().await.refused(401, ErrorCode::Unauthorized);
    // Unused, it ends sooner.
    let idle = Staff::with(server, Role::Viewer, None).await;
    server.clock.advance(Duration::from_secs(2 * 60 * 60));
    idle.client.get(ListSessions::PATH).await.refused(401, ErrorCode::Unauthorized);
}

async fn a_revoked_account_is_out_at_once(server: &mut TestServer) {
    let staff = Staff::with(server, Role::Coordinator, None).await;
    staff.client.get(ListSessions::PATH).await.expect(200);
    let name = AccountName::parse(&staff.name).unwrap();
    invite::revoke(&server.state.db, &name).await.unwrap();
    staff.client.get(ListSessions::PATH).await.refused(401, ErrorCode::Unauthorized);
}

async fn tries_are_limited_and_the_owner_is_not_locked_out(server: &mut TestServer) {
    let state = &server.state;
    let opener = Opener::new().await.unwrap();
    let now = server.clock.now();
    let settings = state.settings();
    seat(&state.db, &state.keys, &settings, somebody("budi"), &opener, now).await.unwrap();
    let client = Client::new(&server.url);
    let body = |password: &str, totp: &str| json!({ "name": "budi", "password": password, "totp": totp });
    let good = body(&opener.password, &opener.totp_code(now));
    let answer = client.post(SignIn::PATH, &good).await.expect(200);
    let known = client.with("cookie", &cookies(&answer));
    let mut limited = false;
    for _ in 0..12 {
        let refused = client.post(SignIn::PATH, &body("salah sama sekali", "000000")).await;
        limited |= refused.status == 429;
    }
    assert!(limited, "a stranger may try for ever");
    server.clock.advance(Duration::from_secs(30));
    let good: Value = body(&opener.password, &opener.totp_code(server.clock.now()));
    client.post(SignIn::PATH, &good).await.refused(429, ErrorCode::TooMany);
    // From the same office, but at the device that the account knows.
    known.post(SignIn::PATH, &good).await.expect(200);
}

async fn bad_bodies_are_refused(server: &mut TestServer) {
    let client = Client::new(&server.url);
    client.post(SignIn::PATH, &json!({ "name": "sri" })).await.blames(
        422,
        ErrorCode::Invalid,
        &["password required"],
    );
    let more = json!({ "name": "sri", "password": "x", "totp": "1", "role": "administrator" });
    client.post(SignIn::PATH, &more).await.blames(422, ErrorCode::Invalid, &["role unknown_field"]);
    let none = json!({ "name": "", "password": "x", "totp": "1" });
    client.post(SignIn::PATH, &none).await.blames(422, ErrorCode::Invalid, &["name required"]);
    client.post(ReadInvitation::PATH, &json!({ "token": "" })).await.refused(404, ErrorCode::NotFound);
    for cookie in ["__Host-tanggap=", "__Host-tanggap=\u{e9}", "__Host-tanggap=0000"] {
        client
            .with_bytes("cookie", cookie.as_bytes())
            .get(ListSessions::PATH)
            .await
            .refused(401, ErrorCode::Unauthorized);
    }
}

on_both!(
    an_invitation_becomes_a_session,
    sessions_end,
    a_revoked_account_is_out_at_once,
    tries_are_limited_and_the_owner_is_not_locked_out,
    bad_bodies_are_refused,
);
