use axum::routing::{get, post};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::Notify,
    task::JoinHandle,
};

use super::*;
use crate::platform::http::Json;

struct Running {
    address: SocketAddr,
    stop: Stop,
    task: JoinHandle<()>,
}

async fn run(router: Router) -> Running {
    run_with(router, 100).await
}

async fn run_with(router: Router, connections: usize) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = Stop::default();
    let task = tokio::spawn(serve(listener, router, connections, stop.clone()));
    Running { address, stop, task }
}

/// Sends bytes, leaves the line open and hears everything until the server closes it.
async fn talk(address: SocketAddr, request: &str) -> String {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(request.as_bytes()).await.unwrap();
    let mut heard = String::new();
    line.read_to_string(&mut heard).await.unwrap();
    heard
}

fn router() -> Router {
    Router::new()
        .route("/", get(async || "fine"))
        .route("/json", post(async |Json(value): Json<Value>| Json(value)))
}

// Time stands still in these and jumps to the next deadline when everyone waits.

#[tokio::test(start_paused = true)]
async fn a_head_that_never_ends_is_cut_off() {
    let server = run(router()).await;
    let started = tokio::time::Instant::now();
    assert_eq!(talk(server.address, "GET / HTTP/1.1\r\nhost: a\r\nx-slow: ").await, "");
    assert!(started.elapsed() < Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn a_silent_line_is_closed_after_its_answer() {
    let server = run(router()).await;
    let heard = talk(server.address, "GET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(heard.starts_with("HTTP/1.1 200 OK") && heard.ends_with("fine"), "{heard}");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_stalls_is_told_so() {
    let server = run(router()).await;
    let head =
        "POST /json HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n";
    let heard = talk(server.address, &format!("{head}{{\"a\"")).await;
    assert!(heard.starts_with("HTTP/1.1 408") && heard.contains("\"code\":\"malformed\""), "{heard}");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_says_it_is_too_large_is_not_read() {
    let server = run(router()).await;
    let head = "POST /json HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    let heard = talk(server.address, &format!("{head}content-length: 10000000\r\n\r\n{{")).await;
    assert!(heard.starts_with("HTTP/1.1 413"), "{heard}");
}

#[tokio::test(start_paused = true)]
async fn what_is_not_http_is_refused() {
    let server = run(router()).await;
    assert!(talk(server.address, "\u{16}\u{3}\u{1} hello\r\n\r\n").await.starts_with("HTTP/1.1 400"));
    let long = format!("GET / HTTP/1.1\r\nx-long: {}\r\n\r\n", "a".repeat(100_000));
    let mut line = TcpStream::connect(server.address).await.unwrap();
    let _ = line.write_all(long.as_bytes()).await;
    let mut heard = Vec::new();
    let _ = line.read_to_end(&mut heard).await;
    assert!(heard.is_empty() || heard.starts_with(b"HTTP/1.1 431"), "{heard:?}");
}

#[tokio::test]
async fn stopping_lets_the_answer_at_hand_finish() {
    let (asked, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (told, wait) = (asked.clone(), go.clone());
    let slow = async move || {
        told.notify_one();
        wait.notified().await;
        "finished"
    };
    let server = run(router().route("/slow", get(slow))).await;
    let answer = tokio::spawn(talk(server.address, "GET /slow HTTP/1.1\r\nhost: a\r\n\r\n"));
    let idle = tokio::spawn(talk(server.address, ""));
    asked.notified().await;
    server.stop.now();
    assert_eq!(idle.await.unwrap(), "", "a line without a request is closed at once");
    assert!(!server.task.is_finished());
    go.notify_one();
    assert!(answer.await.unwrap().ends_with("finished"));
    server.task.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn more_connections_than_there_is_room_for_wait() {
    let server = run_with(router(), 1).await;
    let first = tokio::spawn(talk(server.address, "GET / HTTP/1.1\r\nhost: a\r\n\r\n"));
    let second = talk(server.address, "GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(second.ends_with("fine"), "{second}");
    assert!(first.await.unwrap().ends_with("fine"));
}
