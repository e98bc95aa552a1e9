use std::sync::{Arc, Mutex};
use std::time::Duration;

use fastrand::Rng;
use futures_util::stream;
use http_body_util::BodyExt;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, HeaderMap, TRANSFER_ENCODING};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use reqwest::{Body, Client};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use crate::{Failure, Result, Server};

/// A line to a server that mistreats a share of the requests, in every way in which a network does.
pub struct BadLine {
    /// What the browser is to look at.
    pub address: String,
    state: Arc<State>,
    carrying: JoinHandle<()>,
}

struct State {
    far: String,
    client: Client,
    /// What becomes of the next request; nothing while the line is still good.
    weather: Mutex<Option<Rng>>,
    counted: Mutex<Counted>,
}

/// What the line has carried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// All requests since it is bad.
    pub requests: u64,
    /// Those that it mistreated.
    pub mistreated: u64,
}

/// Requests in a hundred that are mistreated.
const BAD: u8 = 30;
/// Milliseconds of the longest delay.
const LONGEST: u64 = 2_000;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Good,
    /// It never arrives.
    Lost,
    /// It arrives, and its answer does not.
    Unanswered,
    /// It arrives twice.
    Repeated,
    /// Both come late.
    Late(Duration),
    /// Half of it arrives.
    Cut,
    /// Half of its answer arrives.
    CutAnswer,
}

impl BadLine {
    /// A line that is good until it is spoilt.
    pub async fn to(server: &Server) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State {
            far: server.address.clone(),
            client: Client::new(),
            weather: Mutex::new(None),
            counted: Mutex::default(),
        });
        let carrying = tokio::spawn(carry(listener, state.clone()));
        Ok(Self { address, state, carrying })
    }

    /// From now on it is bad, in the way of a seed.
    pub fn spoil(&self, seed: u64) {
        *self.state.weather.lock().expect("nobody panics with it") = Some(Rng::with_seed(seed));
    }

    /// What it has carried.
    pub fn counted(&self) -> Counted {
        *self.state.counted.lock().expect("nobody panics with it")
    }
}

impl Drop for BadLine {
    fn drop(&mut self) {
        self.carrying.abort();
    }
}

async fn carry(listener: TcpListener, state: Arc<State>) {
    let mut connections = JoinSet::new();
    while let Ok((near, _)) = listener.accept().await {
        let state = state.clone();
        connections.spawn(async move {
            let service = service_fn(|request| state.pass(request));
            // A request that fails here takes its connection with it, without a word: that is what it is for.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(near), service).await;
        });
        while connections.try_join_next().is_some() {}
    }
}

impl State {
    async fn pass(&self, request: Request<Incoming>) -> Result<Response<Body>> {
        let (head, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let ask = |body: Body| self.ask(&head, body);
        match self.fate() {
            Fate::Good => ask(body.into()).await,
            Fate::Lost => lost(),
            Fate::Unanswered => {
                ask(body.into()).await?;
                lost()
            }
            Fate::Repeated => {
                let (answer, _) = tokio::try_join!(ask(body.clone().into()), ask(body.into()))?;
                Ok(answer)
            }
            Fate::Late(delay) => {
                tokio::time::sleep(delay).await;
                ask(body.into()).await
            }
            Fate::Cut => {
                ask(half(&body)).await?;
                lost()
            }
            Fate::CutAnswer => {
                let (head, body) = ask(body.into()).await?.into_parts();
                // A stream of events has no end of which there were a half.
                if head.headers.get("content-type").is_some_and(|kind| kind == "text/event-stream") {
                    return lost();
                }
                Ok(Response::from_parts(head, half(&body.collect().await?.to_bytes())))
            }
        }
    }

    fn fate(&self) -> Fate {
        let mut weather = self.weather.lock().expect("nobody panics with it");
        let Some(random) = weather.as_mut() else { return Fate::Good };
        let mut counted = self.counted.lock().expect("nobody panics with it");
        counted.requests += 1;
        if random.u8(0..100) >= BAD {
            return Fate::Good;
        }
        counted.mistreated += 1;
        match random.u8(0..6) {
            0 => Fate::Lost,
            1 => Fate::Unanswered,
            2 => Fate::Repeated,
            3 => Fate::Late(Duration::from_millis(random.u64(0..LONGEST))),
            4 => Fate::Cut,
            _ => Fate::CutAnswer,
        }
    }

    async fn ask(&self, head: &hyper::http::request::Parts, body: Body) -> Result<Response<Body>> {
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let request = self
            .client
            .request(head.method.clone(), [&self.far, path].concat())
            .headers(of_the_ends(head.headers.clone()))
            .body(body);
        let (mut head, body) = Response::<Body>::from(request.send().await?).into_parts();
        head.headers = of_the_ends(head.headers);
        Ok(Response::from_parts(head, body))
    }
}

/// Headers without those that belong to one connection.
fn of_the_ends(mut headers: HeaderMap) -> HeaderMap {
    headers.remove(CONNECTION);
    headers.remove(TRANSFER_ENCODING);
    headers
}

fn lost<T>() -> Result<T> {
    Err("lost on the line".into())
}

/// The first half of a body, and then a break.
fn half(body: &Bytes) -> Body {
    let first = body.slice(..body.len() / 2);
    Body::wrap_stream(stream::iter([Ok(first), Err::<Bytes, Failure>("cut on the line".into())]))
}
