//! `GET /api/v1/information.xlsx`.

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use tokio::sync::{Semaphore, mpsc};

use super::Asked;
use super::column::{COUNT, cells, heads};
use super::walk::Walk;
use crate::error::Error;
use crate::platform::files::Files;
use crate::platform::http::{Pairs, chunks};
use crate::platform::pages::Reader;
use crate::platform::sheet::{Cell, Long, MEDIA_XLSX};
use crate::state::AppState;

/// Workbooks that are made at a time: a long one keeps a processor busy for seconds.
static AT_WORK: Semaphore = Semaphore::const_new(2);
/// Pages of rows that wait for being written.
const WAITING: usize = 2;

/// The list as a workbook: the entries on the first sheet, what they are on the second. It is made on the disk.
pub async fn xlsx(
    State(state): State<AppState>,
    State(files): State<Files>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let asked = Asked::read(state, reader, &headers, &pairs)?;
    let mut head = asked.head(MEDIA_XLSX, Some("xlsx"))?;
    if asked.is_known {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    let _turn = AT_WORK.acquire().await.map_err(Error::internal)?;
    let settings = asked.state.settings();
    let lang = asked.reader.lang;
    let texts = lang.information();
    let local = settings.offset().to_datetime(asked.state.clock.now()).strftime("%Y-%m-%d %H:%M:%S");
    let filter = pairs.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ");
    let about = [
        (texts.title, settings.instance.name.clone()),
        (texts.taken, format!("{local} {}", settings.instance.time_zone)),
        (texts.narrow, filter),
        (texts.address, format!("{}/informasi", asked.origin)),
    ];
    let (sender, mut receiver) = mpsc::channel::<Vec<[Cell; COUNT]>>(WAITING);
    let making = tokio::task::spawn_blocking(move || {
        let mut book = Long::begin(files.scratch(), texts.title, &heads(lang))?;
        while let Some(rows) = receiver.blocking_recv() {
            rows.iter().try_for_each(|row| book.push(row))?;
        }
        book.end(texts.about, &about)
    });
    let mut walk = Walk::new(asked.state, asked.filter);
    loop {
        let entries = walk.next().await?;
        let rows = entries.iter().map(|one| cells(&settings, &asked.origin, one, Some(lang))).collect();
        // Where nobody takes them, the reason comes with the end.
        if entries.is_empty() || sender.send(rows).await.is_err() {
            break;
        }
    }
    drop(sender);
    let (file, length) = making.await.map_err(Error::internal)?.map_err(Error::internal)?;
    head.insert(header::CONTENT_LENGTH, length.into());
    Ok((head, Body::from_stream(chunks(file))).into_response())
}
