use leptos::prelude::*;
use shared::api::ListCases;
use shared::complaint::desk::{CaseLine, CaseList, InboxFilter};

use super::address::query;
use crate::platform::net::{Call, Failure, Load, call, live, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;

/// The cases under a filter, kept up with the server.
#[derive(Clone, Copy)]
pub struct Cases {
    /// What has been loaded.
    pub load: Load<CaseList>,
    /// The rows alone: they change less often than the list is asked for.
    pub rows: Memo<Vec<CaseLine>>,
    /// How many pages are shown.
    pub pages: RwSignal<usize>,
}

/// Loads them, anew when the filter changes, more are wanted, or something has changed.
pub fn cases(filter: Memo<InboxFilter>) -> Cases {
    let pages = RwSignal::new(1);
    let session = use_session();
    let revision = live().revision;
    let asked = StoredValue::new((InboxFilter::default(), 0));
    let load = load(move || {
        let (filter, wanted) = (filter.get(), pages.get());
        revision.get();
        let before = asked.get_value();
        // What renews itself shows no progress.
        let is_quiet = before == (filter.clone(), wanted);
        asked.set_value((filter.clone(), wanted));
        async move { fetch(&filter, wanted, is_quiet).await }
    });
    watch(move || {
        if let Some(failure) = load.failure.get() {
            session.note(&failure);
        }
    });
    let rows =
        memo(move || load.value.with(|list| list.as_ref().map(|list| list.rows.clone()).unwrap_or_default()));
    Cases { load, rows, pages }
}

/// So many pages, one after the other, as one list.
async fn fetch(filter: &InboxFilter, pages: usize, is_quiet: bool) -> Result<CaseList, Failure> {
    let mut all = CaseList { rows: Vec::new(), next: None, revision: 0 };
    for page in 0..pages {
        let mut query = query(filter);
        if page > 0 {
            let Some(after) = all.next.take() else { break };
            let and = if query.is_empty() { "" } else { "&" };
            query = [&query, and, "after=", &after].concat();
        }
        let list = call::<ListCases>(Call { query: &query, is_quiet, ..Call::default() }, &()).await?;
        all.rows.extend(list.rows);
        (all.next, all.revision) = (list.next, list.revision);
    }
    Ok(all)
}
