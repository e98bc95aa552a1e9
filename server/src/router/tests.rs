use std::collections::BTreeSet;

use http::{StatusCode, header};
use serde_json::Value;
use shared::{
    api::{CASE_FILE_PATH, Endpoint, FILE_PATH, Method as Verb, UPLOAD_PATH},
    recap::Filter,
};

use super::{parameters::FILTER, *};

fn document() -> Value {
    serde_json::from_str(&interface().describe()).unwrap()
}

fn documented() -> BTreeSet<(String, String)> {
    let document = document();
    let paths = document["paths"].as_object().unwrap().iter();
    let operations = paths.flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().keys();
        methods.map(move |method| (method.clone(), path.clone()))
    });
    operations.collect()
}

fn word(method: Verb) -> &'static str {
    match method {
        Verb::Get => "get",
        Verb::Post => "post",
        Verb::Patch => "patch",
        Verb::Delete => "delete",
    }
}

#[test]
fn what_is_mounted_is_what_is_documented() {
    let mounted =
        interface().operations().map(|(method, path)| (word(method).to_owned(), path.to_owned())).collect();
    assert_eq!(documented(), mounted);
}

#[test]
fn every_endpoint_of_the_model_is_mounted() {
    fn of<E: Endpoint>(_: E) -> (Verb, &'static str) {
        (E::METHOD, E::PATH)
    }
    let wanted = [
        of(GetMeta),
        of(ListRegions),
        of(FileComplaint),
        of(GetComplaint),
        of(AddMessage),
        of(Withdraw),
        of(AcceptAnswer),
        of(RefuseAnswer),
        of(StartUpload),
        of(GetUpload),
        of(DiscardUpload),
        (Verb::Patch, UPLOAD_PATH),
        (Verb::Get, FILE_PATH),
        (Verb::Get, PHOTO_PATH),
        (Verb::Get, SMALL_PHOTO_PATH),
        of(GetRecap),
        of(GetBoard),
        of(ListWaiting),
        of(SignIn),
        of(GetSession),
        of(SignOut),
        of(ListSessions),
        of(RevokeSession),
        of(ReadInvitation),
        of(AcceptInvitation),
        of(ListCases),
        of(GetCase),
        of(VerifyCase),
        of(EditCase),
        of(SealCase),
        of(DraftPublication),
        of(PublishCase),
        of(PostponeCase),
        of(ResumeCase),
        of(DisposeCase),
        of(ArchiveCase),
        of(AcceptCase),
        of(AskReporter),
        of(AnswerCase),
        of(AssignCase),
        of(MergeCase),
        of(SampleCase),
        of(CheckCase),
        of(ReturnCase),
        of(NoteOnCase),
        (Verb::Get, CASE_FILE_PATH),
        (Verb::Get, RECAP_CSV_PATH),
        (Verb::Get, RECAP_XLSX_PATH),
        (Verb::Get, STREAM_PATH),
        (Verb::Get, OPENAPI_PATH),
    ];
    let documented = documented();
    for (method, path) in wanted {
        assert!(documented.contains(&(word(method).to_owned(), path.to_owned())), "{method:?} {path}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(target) if name == "$ref" => drop(found.insert(target.clone())),
                        value => references(value, found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 10, "{found:?}");
    for target in found {
        let pointer = target.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{target}");
    }
}

#[test]
fn the_filters_names_are_the_models() {
    assert!(FILTER.iter().all(|name| Filter::is_filter_name(name)));
}

#[cfg(feature = "manual-clock")]
#[tokio::test]
async fn every_documented_route_answers() {
    use axum::body::Body as Bytes;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use crate::testing::TestServer;

    let server = TestServer::sqlite().await;
    let router = router(&server.state, &server.config);
    for (method, path) in documented() {
        let address = path.replace("{code}", "none").replace("{id}", "none");
        let request = http::Request::builder().method(method.to_uppercase().as_str()).uri(&address);
        let response = router.clone().oneshot(request.body(Bytes::empty()).unwrap()).await.unwrap();
        assert_ne!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        if response.status().is_client_error() {
            let body = response.into_body().collect().await.unwrap().to_bytes();
            let envelope: Value = serde_json::from_slice(&body).unwrap();
            assert!(envelope["message"].is_string(), "{method} {path}");
        }
    }
}

#[cfg(feature = "manual-clock")]
#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    use axum::body::Body;
    use tower::ServiceExt;

    use crate::testing::TestServer;

    let server = TestServer::sqlite().await;
    let router = router(&server.state, &server.config);
    let check = async |path: &str, expected: Option<&str>| {
        let request = http::Request::get(path).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let location = response.headers().get(header::LOCATION).map(|to| to.to_str().unwrap());
        assert_eq!(location, expected, "{path}");
    };
    check("/rekap/", Some("/rekap")).await;
    check("/petugas/", Some("/petugas")).await;
    check("/lacak/ABC/", Some("/lacak/ABC")).await;
    check("/lacak/ABC/lain/lagi/", None).await;
    check("/rekap", None).await;
    check("//elsewhere.example/", None).await;
    check("//elsewhere.example/rekap/", None).await;
}
