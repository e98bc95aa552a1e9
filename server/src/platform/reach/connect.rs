//! One question over one connection.

use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, Response, header};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use shared::information::LinkAnswer;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use super::resolve::Way;
use super::target::Target;

/// Bytes of an answer's head that are read at most.
const HEAD_BYTES_MAX: usize = 64 * 1024;
/// As whom we ask.
const AGENT: &str = concat!("tanggap/", env!("CARGO_PKG_VERSION"), " (link check)");

/// Encryption that trusts whom the system trusts.
pub(super) fn trusting_the_system() -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    trusting(roots)
}

/// Encryption that trusts whom these have signed.
///
/// # Panics
/// Never: the provider offers what the protocol's versions want.
pub(super) fn trusting(roots: RootCertStore) -> Arc<ClientConfig> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider has the usual versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

/// Connects, asks, and reads the head of the answer; its body is left unread.
pub(super) async fn send(
    tls: &Arc<ClientConfig>,
    way: Way,
    target: &Target,
    method: &Method,
) -> Result<Response<Incoming>, LinkAnswer> {
    let stream = TcpStream::connect(way.at).await.map_err(|_| LinkAnswer::NoConnection)?;
    if !target.is_tls || way.is_planted {
        return exchange(stream, target, method).await;
    }
    let name = ServerName::try_from(target.host.clone()).map_err(|_| LinkAnswer::NoAddress)?;
    let stream =
        TlsConnector::from(tls.clone()).connect(name, stream).await.map_err(|_| LinkAnswer::Unsafe)?;
    exchange(stream, target, method).await
}

async fn exchange<S>(stream: S, target: &Target, method: &Method) -> Result<Response<Incoming>, LinkAnswer>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(HEAD_BYTES_MAX)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(|_| LinkAnswer::NoConnection)?;
    let request = request(target, method).ok_or(LinkAnswer::NoAddress)?;
    // The connection goes with this call: nothing reads on behind it. It may end with the answer already there.
    let mut answer = std::pin::pin!(sender.send_request(request));
    let answer = tokio::select! {
        answer = &mut answer => answer,
        _ = connection => answer.await,
    };
    answer.map_err(|_| LinkAnswer::NoConnection)
}

fn request(target: &Target, method: &Method) -> Option<Request<Empty<Bytes>>> {
    let mut request = Request::builder()
        .method(method.clone())
        .uri(target.path.as_str())
        .header(header::HOST, target.authority())
        .header(header::USER_AGENT, AGENT)
        .header(header::ACCEPT, "*/*")
        .header(header::CONNECTION, "close");
    if method == Method::GET {
        request = request.header(header::RANGE, "bytes=0-0");
    }
    request.body(Empty::new()).ok()
}
