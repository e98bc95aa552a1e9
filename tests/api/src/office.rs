//! The offices that move complaints on. Their pages come later; until then they act inside the server.

use server::{
    complaint::{self, AdvanceError, Step, publication, store},
    platform::db::DbError,
    testing::TestServer,
};
use shared::complaint::{Action, Actor, Filed, Stage, TrackingCode};

use crate::rows;

/// The row of a complaint.
pub async fn id_of(server: &TestServer, filed: &Filed) -> i64 {
    let code = TrackingCode::parse(&filed.code).expect("a receipt's code is a code");
    let mut connection = server.state.db.read().await.expect("the database can be read");
    store::by_code(&mut connection, code.as_str()).await.expect("can be read").expect("is there").id
}

/// Makes a step at the server's own time.
///
/// # Errors
/// As the state machine refuses it.
pub async fn try_step(server: &TestServer, filed: &Filed, step: Step) -> Result<Stage, AdvanceError> {
    let (id, settings) = (id_of(server, filed).await, server.state.settings());
    let moved = server
        .state
        .db
        .write(move |tx| Box::pin(async move { complaint::advance(tx, &settings, id, step).await }));
    let (complaint, recorded) = moved.await?;
    assert!(recorded.revision > 0);
    Ok(complaint.cell.stage)
}

/// Makes a step that is allowed.
pub async fn step(server: &TestServer, filed: &Filed, actor: Actor, action: Action) -> Stage {
    let step = Step::new(actor, action, server.clock.now());
    try_step(server, filed, step).await.unwrap_or_else(|error| panic!("{actor:?} {action:?}: {error}"))
}

/// The coordinator verifies and forwards to an agency.
pub async fn dispose(server: &TestServer, filed: &Filed, agency: &str) {
    step(server, filed, Actor::Coordinator, Action::Verify).await;
    let disposal = Step::new(Actor::Coordinator, Action::Dispose, server.clock.now()).to_agency(agency);
    assert_eq!(try_step(server, filed, disposal).await.expect("can be disposed"), Stage::Disposed);
}

/// The whole way to an answer.
pub async fn answer(server: &TestServer, filed: &Filed, text: &str) {
    dispose(server, filed, "esdm").await;
    step(server, filed, Actor::Agency, Action::Begin).await;
    let answer = Step::new(Actor::Agency, Action::Answer, server.clock.now()).saying(text);
    assert_eq!(try_step(server, filed, answer).await.expect("can be answered"), Stage::Answered);
}

/// Publishes title and content, as the desk will.
pub async fn publish(server: &TestServer, filed: &Filed) {
    let id = id_of(server, filed).await;
    let published = server.state.db.write(move |tx| {
        Box::pin(async move {
            let mut complaint = store::take(tx, id).await?;
            let text = store::text(tx, id).await?.expect("its text is there");
            publication::publish(tx, &mut complaint, &text.title, &text.content).await?;
            complaint::record(tx, complaint::Changes::default()).await.map(drop)
        })
    });
    published.await.unwrap_or_else(|error: DbError| panic!("{error}"));
}

/// Has all closed cases checked, or none.
pub async fn sample(server: &TestServer, all: bool) {
    let sql = if all {
        "insert into setting (key, value) values ('sample_percent', '100')"
    } else {
        "insert into setting (key, value) values ('sample_percent', '0')"
    };
    rows::change(&server.state.db, sql).await;
    server.state.reload_settings().await.expect("settings can be read");
}

/// The version of a complaint.
pub async fn version_of(server: &TestServer, filed: &Filed) -> i64 {
    let id = id_of(server, filed).await;
    let mut connection = server.state.db.read().await.expect("the database can be read");
    store::by_id(&mut connection, id).await.expect("can be read").expect("is there").version
}
