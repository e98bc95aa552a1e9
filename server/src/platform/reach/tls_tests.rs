//! Sites asked over encrypted connections, with certificates of an authority made for the test.

use std::net::SocketAddr;
use std::sync::Arc;

use http::Method;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use shared::information::LinkAnswer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};

use super::connect::{send, trusting};
use super::resolve::Way;
use super::target::Target;

const NAME: &str = "data.contoh.example";

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn trust(authority: &Authority) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(authority.der().clone()).unwrap();
    trusting(roots)
}

/// A site that an authority vouches for until the end of a year, and answers one question.
async fn site(authority: &Authority, name: &str, until: i32) -> SocketAddr {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new([name.to_owned()]).unwrap();
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(until, 12, 31);
    let certificate: CertificateDer<'static> = params.signed_by(&key, authority).unwrap().der().clone();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        // Who does not trust the certificate goes without a question.
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else { return };
        let mut asked = [0; 512];
        let length = stream.read(&mut asked).await.unwrap();
        let is_right = asked[..length].starts_with(b"HEAD /daftar?tahun=2026 HTTP/1.1\r\n");
        let status = if is_right { "204 No Content" } else { "400 Bad Request" };
        let answer = format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n");
        stream.write_all(answer.as_bytes()).await.unwrap();
        let _ = stream.shutdown().await;
    });
    address
}

async fn asked(tls: &Arc<ClientConfig>, at: SocketAddr) -> Result<u16, LinkAnswer> {
    let target = Target::parse(&format!("https://{NAME}/daftar?tahun=2026")).unwrap();
    let answer = send(tls, Way { at, is_planted: false }, &target, &Method::HEAD).await?;
    Ok(answer.status().as_u16())
}

#[tokio::test]
async fn a_site_that_proves_its_name_is_asked() {
    let authority = authority();
    assert_eq!(asked(&trust(&authority), site(&authority, NAME, 2099).await).await, Ok(204));
}

#[tokio::test]
async fn a_site_that_proves_nothing_is_not_asked() {
    let (trusted, stranger) = (authority(), authority());
    let tls = trust(&trusted);
    assert_eq!(asked(&tls, site(&stranger, NAME, 2099).await).await, Err(LinkAnswer::Unsafe));
    assert_eq!(asked(&tls, site(&trusted, "lain.contoh.example", 2099).await).await, Err(LinkAnswer::Unsafe));
    assert_eq!(asked(&tls, site(&trusted, NAME, 2021).await).await, Err(LinkAnswer::Unsafe));
    // What is spoken there is not even encrypted.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
    });
    assert_eq!(asked(&tls, at).await, Err(LinkAnswer::Unsafe));
}
