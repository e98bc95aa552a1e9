//! What an endpoint takes beside its body: in its path, after the question mark, in headers.

use shared::api::{
    Endpoint, GetRequestReport, IDEMPOTENCY_KEY, IF_MATCH, INFORMATION_CSV_PATH, INFORMATION_JSON_PATH,
    INFORMATION_XLSX_PATH, ListCases, ListDeskRequests, ListInformation, Method, REQUEST_REGISTER_CSV_PATH,
    REQUEST_REGISTER_XLSX_PATH, REQUEST_REPORT_CSV_PATH, REQUEST_REPORT_XLSX_PATH, UPLOAD_OFFSET,
};
use shared::complaint::desk::InboxFilter;
use shared::information::InformationFilter;
use utoipa::openapi::{
    ObjectBuilder, Required,
    path::{Parameter, ParameterBuilder, ParameterIn},
    schema::Type,
};

/// Parameters after the question mark, by the end of the path.
const QUERIES: [(&str, &[&str]); 5] = [
    ("/recap", &["by", "lang"]),
    ("/recap/board", &["lang"]),
    ("/recap.csv", &["by", "lang"]),
    ("/recap.xlsx", &["by", "lang"]),
    ("/waiting", &["after", "limit"]),
];

/// The list of public information as files.
const LISTS: [&str; 3] = [INFORMATION_CSV_PATH, INFORMATION_JSON_PATH, INFORMATION_XLSX_PATH];
/// What is told of a year, with its parameters after the question mark.
const BY_YEAR: [(&str, &[&str]); 5] = [
    (GetRequestReport::PATH, &["year"]),
    (REQUEST_REPORT_CSV_PATH, &["year", "lang"]),
    (REQUEST_REPORT_XLSX_PATH, &["year", "lang"]),
    (REQUEST_REGISTER_CSV_PATH, &["year", "lang"]),
    (REQUEST_REGISTER_XLSX_PATH, &["year", "lang"]),
];

/// The parameters of a recap's filter.
pub(super) const FILTER: [&str; 10] =
    ["stage", "group", "sector", "agency", "region", "class", "channel", "from", "to", "as_of"];

/// The parameters of an endpoint.
pub(super) fn parameters(method: Method, path: &str) -> Vec<Parameter> {
    let inside = path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let mut found: Vec<_> = inside.map(|name| parameter(name, ParameterIn::Path, Required::True)).collect();
    if let Some((_, own)) = QUERIES.iter().find(|(end, _)| path.trim_start_matches("/api/v1") == *end) {
        let names = own.iter().chain(&FILTER);
        found.extend(names.map(|name| parameter(name, ParameterIn::Query, Required::False)));
    }
    if path == ListCases::PATH {
        let names = InboxFilter::NAMES.iter().chain(&["after"]);
        found.extend(names.map(|name| parameter(name, ParameterIn::Query, Required::False)));
    }
    if path == ListInformation::PATH || LISTS.contains(&path) {
        let after = (path == ListInformation::PATH).then_some(&"after");
        let names = InformationFilter::NAMES.iter().chain(after);
        found.extend(names.map(|name| parameter(name, ParameterIn::Query, Required::False)));
    }
    if path == ListDeskRequests::PATH {
        let names = ["stage", "agency", "due", "after"];
        found.extend(names.map(|name| parameter(name, ParameterIn::Query, Required::False)));
    }
    if let Some((_, names)) = BY_YEAR.iter().find(|(known, _)| *known == path) {
        found.extend(names.iter().map(|name| parameter(name, ParameterIn::Query, Required::False)));
    }
    let is_command = ["/api/v1/desk/complaints/", "/api/v1/desk/information-requests/"];
    if is_command.iter().any(|start| path.starts_with(start)) && method == Method::Post {
        found.push(parameter(IF_MATCH, ParameterIn::Header, Required::True));
    }
    match (method, path.rsplit('/').next().unwrap_or_default()) {
        _ if path.starts_with("/api/v1/desk/") => {}
        (Method::Post, "complaints" | "information-requests") => {
            found.push(parameter(IDEMPOTENCY_KEY, ParameterIn::Header, Required::True));
        }
        (Method::Post, "messages") => {
            found.push(parameter(IDEMPOTENCY_KEY, ParameterIn::Header, Required::False));
        }
        (Method::Patch, _) => found.push(parameter(UPLOAD_OFFSET, ParameterIn::Header, Required::True)),
        _ => {}
    }
    found
}

fn parameter(name: &str, place: ParameterIn, required: Required) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String).build();
    ParameterBuilder::new().name(name).parameter_in(place).required(required).schema(Some(text)).build()
}
