//! The tables and their columns, in an order in which rows may be entered: what refers comes after what it refers to.

use Kind::{Bytes, Int, Real, Text};

/// What a column holds, in both engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Real,
    Text,
    Bytes,
}

/// A table to be backed up.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Names and kinds; the primary key's come first.
    pub(super) columns: &'static [(&'static str, Kind)],
    /// How many columns the primary key has.
    pub(super) key: usize,
    /// Which rows are kept, if not all.
    pub(super) only: Option<&'static str>,
    /// Whether PostgreSQL numbers its rows, and must be told where to go on.
    pub(super) numbered: bool,
}

/// Left out: the schema's history, which the manifest's migration stands for, rows of imports that have not been applied,
/// the words to search by, which are taken anew, and what opens an account: whoever finds a backup must not find an open door.
#[cfg(test)]
pub(super) const LEFT_OUT: [&str; 4] = ["migration", "import_staging", "session", "invitation"];

/// A table: its name, its key, its other columns.
macro_rules! tables {
    ($($name:ident ($($key:ident $key_kind:ident),+; $($column:ident $kind:ident),*) $($more:ident: $value:expr),*;)+) => {
        /// All tables that are backed up.
        pub(super) const TABLES: &[Table] = &[$(Table {
            $($more: $value,)*
            ..Table {
                name: stringify!($name),
                columns: &[$((stringify!($key), $key_kind),)+ $((stringify!($column), $kind)),*],
                key: [$(stringify!($key)),+].len(),
                only: None,
                numbered: false,
            }
        }),+];
    };
}

tables! {
    setting (key Text; value Text);
    agency (key Text; position Int, label Text, label_en Text, short Text, approves Int, retired Int);
    sector (key Text; position Int, label Text, label_en Text, keywords Text, sensitive Int, agency_key Text,
        retired Int);
    answer_template (id Int; version Int, name Text, sector_key Text, outcome Text, body Text) numbered: true;
    region (code Text; parent_code Text, level Text, name Text);
    regulation_profile (key Text; subject Text, valid_from Text, confirmed Int, body Text);
    holiday (date Text, name Text; category Text, estimated Int);
    account (id Int; name Text, full_name Text, email Text, password Text, totp Bytes, totp_step Int, active Int,
        created_at Int, signed_in_at Int, version Int) numbered: true;
    role_held (id Int; account_id Int, role Text, agency_key Text) numbered: true;
    recovery_code (hash Bytes; account_id Int);
    complaint (id Int; code Text, external_id Text, channel Text, class Text, sector_key Text, agency_key Text,
        region_code Text, regency_code Text, stage Text, stage_since Text, archive_reason Text, supervisory Int,
        sealed Int, anonymous Int, confidential Int, published Int, received_on Text, received_at Int, month Text,
        event_date Text, answered_on Text, closed_on Text, secret_hash Bytes, version Int, due_on Text,
        assigned_to Int, sampled Int, checker_id Int, merged_into Text, promised_on Text,
        waiting_answer Int, notices Int, told Int, lapor_id Text) numbered: true;
    complaint_text (complaint_id Int; title Text, content Text, place_words Text, latitude Real, longitude Real,
        salt Bytes);
    publication (complaint_id Int; title Text, content Text);
    sample_check (id Int; complaint_id Int, agency_key Text, checker_id Int, outcome Text, checked_on Text) numbered: true;
    follower (mark Text; complaint_id Int, sealed Bytes, confirmed Int, made_at Int);
    support (complaint_id Int, mark Text; day Text);
    lapor_case (lapor_id Text; stage Text, status Text, received_on Text, told_on Text, stage_since Text);
    breach (id Int; version Int, found_at Int, data Text, course Text, remedy Text, people Int, told_at Int) numbered: true;
    identity (complaint_id Int; sealed Bytes);
    spell (id Int; complaint_id Int, stage Text, sector_key Text, agency_key Text, regency_code Text, class Text,
        channel Text, month Text, started_on Text, ended_on Text) numbered: true;
    event (position Int; complaint_id Int, at Int, day Text, actor Text, kind Text, body Text, previous Bytes,
        hash Bytes);
    event_text (event_position Int, name Text; salt Bytes, text Text);
    cell (day Text, stage Text, sector_key Text, agency_key Text, regency_code Text, class Text, channel Text,
        month Text; count Int, revision Int);
    pace (kind Text, day Text, working_days Int, sector_key Text, agency_key Text, regency_code Text, class Text,
        channel Text, month Text; count Int, revision Int);
    upload (id Text; name Text, size Int, received Int, media_type Text, stored_size Int, stored_name Text,
        sha256 Bytes, complaint_id Int, event_position Int, state Text, created_at Int, finished_at Int, sealed Int, covers Text)
        only: Some("state <> 'open'");
    photo (upload_id Text; complaint_id Int, position Int, covered Int, words Text, width Int, height Int, small Bytes);
    information (id Int; version Int, stage Text, newest Int, public_number Int, withdrawn_on Text, reason Text,
        agency_key Text, changed_on Text, changed_at Int) numbered: true;
    information_version (information_id Int, number Int; title Text, summary Text, category Text, agency_key Text,
        official Text, made_on Text, made_at Text, forms Text, keep_until Text, topic Text, plain Text, local Text,
        link Text, published_on Text, published_at Int);
    information_public (information_id Int; number Int, category Text, agency_key Text, year Int, topic Text,
        published_at Int);
    information_file (id Text; information_id Int, name Text, size Int, media_type Text, sha256 Bytes, state Text,
        added_in Int, removed_in Int, created_at Int) only: Some("state <> 'open'");
    information_link (information_id Int; link Text, answer Text, status Int, failures Int, asked_on Text, asked_at Int);
    consequence_test (id Int; version Int, stage Text, ends_on Text, agency_key Text, public_title Text, document Text,
        information Text, law Text, consequence Text, interest Text, until_on Text, proposer Text, considered_on Text,
        considered_by Text, considered_said Text, reason Text, changed_on Text, changed_at Int) numbered: true;
    consequence_decision (test_id Int, place Int; number Text, decided_on Text, until_on Text, considered_on Text,
        considered_by Text, considered_said Text);
    excluded_information (test_id Int; stage Text, title Text, agency_key Text, law Text, number Text, decided_on Text,
        until_on Text);
    information_request_year (year Int; last Int);
    information_request (id Int; number Text, version Int, stage Text, agency_key Text, applicant Text, what Text,
        purpose Text, salt Bytes, event_position Int, obtain Text, send Text, secret_hash Bytes, received_on Text,
        received_at Int, extended_on Text, extension_reason Text, answer_by Text, notice_id Int, objection_id Int,
        is_objected Int, settled Int, due_on Text, channel Text, erased_on Text) numbered: true;
    complaint_request (complaint_id Int; number Text);
    applicant (request_id Int; sealed Bytes);
    applicant_document (id Text; request_id Int, stored_name Text, sha256 Bytes);
    request_notice (id Int; request_id Int, kind Text, told_on Text, letter_number Text, official Text, holder Text,
        article Text, consequence_test Text, parts_withheld Text, form Text, cost Int, words Text, delivered_on Text,
        delivered_by Text, delivery_cost Int, delivery_words Text) numbered: true;
    request_file (id Text; request_id Int, name Text, size Int, media_type Text, sha256 Bytes, stored_name Text,
        state Text, given_as Text, parts Int, original_name Text, original_sha256 Bytes, created_at Int) only: Some("state <> 'open'");
    objection (id Int; request_id Int, ground Text, words Text, salt Bytes, event_position Int, filed_on Text,
        outcome Text, decided_on Text, letter_number Text, official Text, reasons Text, answer_by Text) numbered: true;
    message (id Int; kind Text, complaint_id Int, account_id Int, due_on Text, made_at Int, read_at Int, mail Text,
        tries Int, try_at Int, mark Text, follower Text, request_id Int, test_id Int,
        information_id Int) numbered: true;
    idempotency (key Text; scope Text, request_hash Bytes, status Int, body Text, created_at Int);
    import_batch (id Text; file_name Text, sha256 Bytes, at Int, line_count Int, new_count Int);
    head (id Int; position Int, hash Bytes, revision Int);
}

impl Table {
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// Reads a page of rows in the order of the key, behind the key bound to `$1`, … unless it is the first.
    pub(super) fn page(&self, is_first: bool, rows: usize) -> String {
        let keys = self.names(self.key);
        let marks = marks(1, self.key);
        let behind = (!is_first).then(|| format!("({keys}) > {marks}"));
        let conditions: Vec<_> = self.only.map(str::to_owned).into_iter().chain(behind).collect();
        let filter = if conditions.is_empty() {
            String::new()
        } else {
            format!(" where {}", conditions.join(" and "))
        };
        format!(
            "select {} from {}{filter} order by {keys} limit {rows}",
            self.names(self.columns.len()),
            self.name
        )
    }

    /// Enters so many rows, each with its own number: on PostgreSQL that has to be asked for.
    pub(super) fn insert(&self, rows: usize, is_postgres: bool) -> String {
        let width = self.columns.len();
        let own = if self.numbered && is_postgres { " overriding system value" } else { "" };
        let rows: Vec<_> = (0..rows).map(|row| marks(row * width + 1, width)).collect();
        format!("insert into {} ({}){own} values {}", self.name, self.names(width), rows.join(", "))
    }

    /// Lets PostgreSQL go on behind the greatest number.
    pub(super) fn renumber(&self) -> String {
        let (name, key) = (self.name, self.columns[0].0);
        format!(
            "select setval(pg_get_serial_sequence('{name}', '{key}'), coalesce(max({key}), 1), max({key}) is not null)
             from {name}"
        )
    }

    /// How many rows there are.
    pub(super) fn count(&self) -> String {
        format!("select count(*) from {}", self.name)
    }

    fn names(&self, columns: usize) -> String {
        let names: Vec<_> = self.columns[..columns].iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }
}

/// `($1, $2)`
fn marks(first: usize, count: usize) -> String {
    let marks: Vec<_> = (first..first + count).map(|mark| format!("${mark}")).collect();
    format!("({})", marks.join(", "))
}
