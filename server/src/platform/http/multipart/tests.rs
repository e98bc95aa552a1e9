use futures_util::stream;
use http::HeaderValue;

use super::*;

const TYPE: HeaderValue = HeaderValue::from_static("multipart/form-data; boundary=\"grenze\"");

/// All parts of a body that arrives in pieces of so many bytes.
async fn read(body: &[u8], piece: usize, most: u64) -> Result<Vec<(PartHead, Vec<u8>)>, Error> {
    let pieces: Vec<_> =
        body.chunks(piece).map(|piece| Ok::<_, std::io::Error>(Bytes::copy_from_slice(piece))).collect();
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, TYPE)]);
    let mut form = Multipart::new(&headers, Body::from_stream(stream::iter(pieces)), most)?;
    let mut parts = Vec::new();
    while let Some(head) = form.next().await? {
        let mut content = Vec::new();
        while let Some(bytes) = form.chunk().await? {
            content.extend_from_slice(&bytes);
        }
        parts.push((head, content));
    }
    Ok(parts)
}

fn part(name: &str, file_name: Option<&str>, content: &[u8]) -> (PartHead, Vec<u8>) {
    (PartHead { name: name.to_owned(), file_name: file_name.map(str::to_owned) }, content.to_vec())
}

#[tokio::test]
async fn parts_are_read_however_they_arrive() {
    let body = b"--grenze\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nJembatan\r\nputus\r\n\
        --grenze\r\ncontent-disposition: form-data; name=\"empty\"\r\n\r\n\r\n\
        --grenze\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a%22b \\\"c\\\".png\"\r\n\
        Content-Type: image/png\r\n\r\n\r\n--grenz\r\n\r\n--\r\n--grenze--\r\nafter";
    let expected = [
        part("title", None, b"Jembatan\r\nputus"),
        part("empty", None, b""),
        part("files", Some("a\"b \"c\".png"), b"\r\n--grenz\r\n\r\n--"),
    ];
    for piece in [1, 2, 3, 7, 64, 4096] {
        assert_eq!(read(body, piece, 4096).await.as_deref(), Ok(&expected[..]), "{piece}");
    }
    assert_eq!(read(body, 16, body.len() as u64 - 10).await, Err(Error::too_large()));
}

#[tokio::test]
async fn what_is_broken_is_malformed() {
    for body in [
        &b""[..],
        b"--grenze",
        b"--grenze\r\n\r\nno head\r\n--grenze--",
        b"--grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut",
        b"--grenze\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\na\r\n--grenze--",
        b"--grenze\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--grenze--",
        b"--grenze\r\nContent-Disposition: form-data; name=\"a\r\n\r\na\r\n--grenze--",
        b"--other\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--other--",
    ] {
        let read = read(body, 16, 4096).await;
        assert_eq!(read, Err(Error::malformed()), "{}", String::from_utf8_lossy(body));
    }
    let endless = [b"--grenze\r\nX: ".as_slice(), &[b'a'; 100_000]].concat();
    assert_eq!(read(&endless, 1000, 1 << 20).await, Err(Error::malformed()));
}

#[test]
fn only_forms_with_files_are_read() {
    let check = |value: &'static str, expected: Option<&str>| {
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(value))]);
        assert_eq!(boundary(&headers).as_deref(), expected, "{value}");
    };
    check("multipart/form-data; boundary=----abc", Some("----abc"));
    check("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", Some("a b"));
    check("multipart/form-data", None);
    check("multipart/form-data; boundary=", None);
    check("multipart/mixed; boundary=abc", None);
    check("application/x-www-form-urlencoded", None);
}
