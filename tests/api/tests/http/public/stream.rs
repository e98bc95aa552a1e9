//! The live stream: who listens hears of every change, and who never reads hinders nobody.

use futures_util::future::join_all;
use server::testing::TestServer;
use shared::{
    api::STREAM_PATH,
    complaint::{Action, Actor},
};
use tests_api::{
    client::Client, forms::filing, office, on_both, operator::Operator, reporter::Reporter, rows, samples,
    stream::Listener, wait,
};
use tokio::{io::AsyncWriteExt, net::TcpStream};

async fn revision(server: &TestServer) -> i64 {
    rows::number(&server.state.db, "select revision from head").await
}

async fn a_filing_and_a_step_are_announced(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let (mut listener, first) = Listener::open(&reporter.client).await;
    assert_eq!(first, revision(server).await);
    let filed = reporter.file(&filing(1)).await;
    let second = listener.after(first).await;
    assert_eq!(second, revision(server).await);
    // What is told can be fetched at once.
    let recap = reporter.client.get("/api/v1/recap").await.expect(200).json();
    assert_eq!((recap["total"].as_i64(), recap["revision"].as_i64()), (Some(1), Some(second)));
    office::step(server, &filed, Actor::Coordinator, Action::Verify).await;
    let third = listener.after(second).await;
    reporter.withdraw(&filed).await.expect(200);
    listener.after(third).await;
    assert_eq!(reporter.client.get("/api/v1/recap").await.json()["total"], 0);
}

async fn one_who_never_reads_hinders_nobody(server: &mut TestServer) {
    // Connections that ask for the stream and then read nothing of it.
    let address = server.url.strip_prefix("http://").unwrap().to_owned();
    let mut silent = Vec::new();
    for _ in 0..20 {
        let mut connection = TcpStream::connect(&address).await.unwrap();
        let request = format!("GET {STREAM_PATH} HTTP/1.1\r\nhost: {address}\r\n\r\n");
        connection.write_all(request.as_bytes()).await.unwrap();
        silent.push(connection);
    }
    wait::until("the silent ones", || async { (server.state.live.clients() == 20).then_some(()) }).await;
    let reporter = Reporter::new(&server.url);
    let (mut listener, mut heard) = Listener::open(&reporter.client).await;
    for round in 0..10 {
        let filings: Vec<_> = (0..10).map(|number| filing(round * 10 + number)).collect();
        join_all(filings.iter().map(|filing| reporter.file(filing))).await;
        let last = revision(server).await;
        while heard < last {
            heard = listener.after(heard).await;
        }
    }
    assert_eq!(server.state.live.clients(), 21);
    drop(silent);
    wait::until("their going", || async { (server.state.live.clients() == 1).then_some(()) }).await;
}

async fn an_import_by_another_process_is_heard(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let (mut listener, first) = Listener::open(&client).await;
    Operator::beside(server).import(&samples::complaints()).await.done();
    listener.after(first).await;
    let recap = client.get("/api/v1/recap?channel=lapor").await.expect(200).json();
    assert_eq!(recap["total"], 26);
}

async fn a_second_server_on_the_same_database_hears_of_it(server: &mut TestServer) {
    let config = server.config.clone();
    let state = server::state::AppState::open(&config, server.clock.clone()).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = server::router::router(&state, &config);
    let other = tokio::spawn(server::platform::http::serve(listener, router, 100, state.stop.clone()));
    let (mut hears, first) = Listener::open(&Client::new(&url)).await;
    let filed = Reporter::new(&server.url).file(&filing(1)).await;
    hears.after(first).await;
    assert_eq!(Client::new(&url).get("/api/v1/recap").await.json()["total"], 1);
    Reporter::new(&url).public_view(&filed).await;
    drop(hears);
    state.stop.now();
    other.await.unwrap();
    state.close().await;
}

async fn a_stop_ends_the_streams(server: &mut TestServer) {
    let (listener, _) = Listener::open(&Client::new(&server.url)).await;
    wait::within("the stop", server.restart()).await;
    drop(listener);
    Client::new(&server.url).get("/healthz").await.expect(200);
}

on_both!(
    a_filing_and_a_step_are_announced,
    one_who_never_reads_hinders_nobody,
    an_import_by_another_process_is_heard,
    a_second_server_on_the_same_database_hears_of_it,
    a_stop_ends_the_streams,
);
