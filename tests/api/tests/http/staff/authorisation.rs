//! Every role, every action, every relation to a case, over HTTP: the answer is what the table says.

use reqwest::Method;
use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::{CaseAction, Duty, Relation, Role, Rule, keeps, may},
    account::RoleHeld,
    api::{
        APPLICANT_FILE_PATH, AcceptCase, AddBreach, AddConsequenceTest, AddInformation, AnswerCase,
        ApproveCase, ArchiveCase, AskReporter, AssignCase, AssignRequest, CASE_FILE_PATH, ChangeAccount,
        ChangeSetup, CheckCase, CheckInformation, ConsiderConsequenceTest, DESK_REQUEST_FILE_PATH,
        DESK_REQUEST_ORIGINAL_PATH, DeactivateAccount, DecideConsequenceTest, DecideObjection,
        DeliverRequest, DisposeCase, DraftFromRequest, DraftPublication, EVIDENCE_CSV_PATH,
        EVIDENCE_XLSX_PATH, EditCase, Endpoint, EnterCase, EnterRequest, EraseComplaint, EraseRequest,
        ExtendRequest, FIGURES_CSV_PATH, FIGURES_XLSX_PATH, GetCase, GetConsequenceTest, GetDeskInformation,
        GetDeskRequest, GetEvidence, GetFigures, GetInformationBoard, GetInformationFile, GetProtection,
        GetReconciliation, GetRequestFile, GetSetup, GiveRequestFile, GrantRequest, IDEMPOTENCY_KEY,
        IF_MATCH, InviteAccount, LATE_CSV_PATH, LATE_XLSX_PATH, LinkCase, ListAccounts, ListConsequenceTests,
        ListDeskInformation, ListDeskRequests, MergeCase, NoteOnCase, NotifyRequest, PlanLapor, PostponeCase,
        PublishCase, PublishInformation, REQUEST_REGISTER_CSV_PATH, REQUEST_REGISTER_XLSX_PATH,
        ReadApplicant, ReadIdentity, RefuseRequest, RemoveInformationFile, RemoveRequestFile, ResetAccount,
        ResumeCase, ReturnCase, SampleCase, SealCase, SendBackConsequenceTest, SendBackInformation,
        StartInformationFile, StartRequestFile, TurnIntoRequest, VerifyCase, WithdrawConsequenceTest,
        WithdrawInformation, WriteConsequenceTest, WriteInformation, fill,
    },
    complaint::{Action, Actor, CODE_RANDOM, Filed, TrackingCode},
    problem::ErrorCode,
};
use tests_api::{
    excluding, forms::filing_with, office, on_both, pictures, random::fresh_key, reporter::Reporter, rows,
    staff::Staff,
};

/// An endpoint of the desk: its method, its path, and the action that its caller must be allowed.
fn doors() -> Vec<(Method, &'static str, CaseAction)> {
    vec![
        (Method::GET, GetCase::PATH, CaseAction::See),
        (Method::GET, CASE_FILE_PATH, CaseAction::See),
        (Method::GET, DraftPublication::PATH, CaseAction::Publish),
        (Method::POST, VerifyCase::PATH, CaseAction::Verify),
        (Method::POST, EditCase::PATH, CaseAction::Edit),
        (Method::POST, SealCase::PATH, CaseAction::Seal),
        (Method::POST, PublishCase::PATH, CaseAction::Publish),
        (Method::POST, PostponeCase::PATH, CaseAction::Postpone),
        (Method::POST, ResumeCase::PATH, CaseAction::Resume),
        (Method::POST, DisposeCase::PATH, CaseAction::Dispose),
        (Method::POST, ArchiveCase::PATH, CaseAction::Archive),
        (Method::POST, AcceptCase::PATH, CaseAction::Accept),
        (Method::POST, AskReporter::PATH, CaseAction::Ask),
        (Method::POST, AnswerCase::PATH, CaseAction::Answer),
        (Method::POST, ApproveCase::PATH, CaseAction::Approve),
        (Method::POST, AssignCase::PATH, CaseAction::Assign),
        (Method::POST, ReturnCase::PATH, CaseAction::Return),
        (Method::POST, NoteOnCase::PATH, CaseAction::Note),
        (Method::POST, MergeCase::PATH, CaseAction::Merge),
        (Method::POST, TurnIntoRequest::PATH, CaseAction::ToRequest),
        (Method::POST, LinkCase::PATH, CaseAction::Link),
        (Method::POST, ReadIdentity::PATH, CaseAction::Identify),
        (Method::POST, SampleCase::PATH, CaseAction::Sample),
        (Method::POST, CheckCase::PATH, CaseAction::Check),
    ]
}

fn body_of(path: &str) -> Value {
    match path {
        _ if path == PublishCase::PATH => {
            json!({ "title": filing_with(1, json!({}))["title"], "content": filing_with(1, json!({}))["content"] })
        }
        _ if path == DisposeCase::PATH => json!({ "agency": "dinkes" }),
        _ if path == MergeCase::PATH => {
            json!({ "into": TrackingCode::from_random([7; CODE_RANDOM]).to_string(), "text": "Sama." })
        }
        _ if path == SampleCase::PATH => json!({ "name": "siapa-saja" }),
        _ if path == CheckCase::PATH => json!({ "outcome": "sent_back", "text": "Belum." }),
        _ if path == ApproveCase::PATH => json!({ "approval": "released" }),
        _ if path == ArchiveCase::PATH => json!({ "reason": "other", "text": "Alasan." }),
        _ if [
            VerifyCase::PATH,
            EditCase::PATH,
            ResumeCase::PATH,
            AcceptCase::PATH,
            AssignCase::PATH,
            LinkCase::PATH,
        ]
        .contains(&path) =>
        {
            json!({})
        }
        _ => json!({ "text": "Kata-kata." }),
    }
}

/// A case with a file; where it is with the agency, disposed to it.
async fn case(server: &TestServer, is_sealed: bool, is_theirs: bool) -> (Filed, String) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(8, 8)).await;
    let filed =
        reporter.file(&filing_with(1, json!({ "files": [file], "about_officials": is_sealed }))).await;
    if is_theirs && !is_sealed {
        office::dispose(server, &filed, "esdm").await;
    } else if !is_sealed {
        office::step(server, &filed, Actor::Coordinator, Action::Verify).await;
    }
    (filed, file)
}

async fn every_cell_of_the_table(server: &mut TestServer) {
    let mut staff = Vec::new();
    for role in Role::ALL {
        let agency = role.is_of_agency().then(|| "esdm".to_owned());
        staff.push((*role, Staff::with_roles(server, vec![RoleHeld { role: *role, agency }]).await));
    }
    let mut cells = 0;
    for (is_sealed, is_theirs) in [(false, false), (false, true), (true, false)] {
        for (method, path, action) in doors() {
            // What is allowed changes the case: those who may not come first, to the same one.
            let (filed, file) = case(server, is_sealed, is_theirs).await;
            let call = async |staff: &Staff, filed: &Filed, file: &String, version: i64| {
                let client = staff.client.with(IF_MATCH, &version.to_string());
                let address = fill(path, &[&filed.code, file]);
                let body =
                    (method == Method::POST).then(|| ("application/json", body_of(path).to_string().into()));
                client.send(method.clone(), &address, body).await
            };
            let version = version_of(server, &filed).await;
            let before = rows::count(&server.state.db).await;
            let is_allowed = |role: Role| {
                // In the sealed lane the agency is the inspectorate, which no liaison is held for here.
                let relation =
                    Relation { is_sealed, is_theirs: is_theirs && role.is_of_agency(), is_checker: false };
                may(role, action, relation)
            };
            for (role, somebody) in staff.iter().filter(|(role, _)| is_allowed(*role).is_err()) {
                let answer = call(somebody, &filed, &file, version).await;
                let rule = is_allowed(*role).unwrap_err();
                assert_eq!(answer.status, 403, "{role} {method} {path}: {}", answer.text());
                assert_eq!(answer.json()["rule"], rule.as_str(), "{role} {method} {path}");
                assert!(!answer.text().contains("Lampu"), "{role} {path}");
                cells += 1;
            }
            assert_eq!(rows::count(&server.state.db).await, before, "{path} let somebody change something");
            assert_eq!(version_of(server, &filed).await, version);
            for (role, somebody) in staff.iter().filter(|(role, _)| is_allowed(*role).is_ok()) {
                // Each gets a case of their own, for what is allowed changes it. The stage may not allow it, which is
                // another answer.
                let (filed, file) = case(server, is_sealed, is_theirs).await;
                let version = version_of(server, &filed).await;
                let answer = call(somebody, &filed, &file, version).await;
                // What these name is not there, which is told to whoever may know.
                let names = [MergeCase::PATH, SampleCase::PATH].contains(&path) && answer.status == 422;
                // Nobody said who they are, and these cases hide it from the agency.
                let identity = path == ReadIdentity::PATH && matches!(answer.status, 403 | 404);
                assert!(
                    names || identity || matches!(answer.status, 200 | 409),
                    "{role} {path}: {}",
                    answer.text()
                );
                cells += 1;
            }
        }
    }
    assert_eq!(cells, Role::ALL.len() * doors().len() * 3);
}

async fn version_of(server: &TestServer, filed: &Filed) -> i64 {
    office::version_of(server, filed).await
}

async fn without_a_session_there_is_no_desk(server: &mut TestServer) {
    let (filed, file) = case(server, false, true).await;
    let client = Reporter::new(&server.url).client.with(IF_MATCH, "1");
    let holder = client.holding(&filed.secret);
    for (method, path, _) in doors() {
        for client in [&client, &holder, &client.with("cookie", "__Host-tanggap=abc")] {
            let body =
                (method == Method::POST).then(|| ("application/json", body_of(path).to_string().into()));
            let answer = client.send(method.clone(), &fill(path, &[&filed.code, &file]), body).await;
            assert_eq!(answer.status, 401, "{method} {path}: {}", answer.text());
        }
    }
}

/// Whoever checks a closed case sees it and tells what they found, and that is all.
async fn who_checks_does_nothing_else(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    for (role, agency) in [(Role::Liaison, "dinkes"), (Role::ResponsibleOfficer, "dinkes")] {
        let checker = Staff::with(server, role, Some(agency)).await;
        for (method, path, action) in doors() {
            let (filed, file) = case(server, false, true).await;
            let relation = Relation { is_sealed: false, is_theirs: false, is_checker: true };
            let allowed = may(role, action, relation);
            assert_eq!(
                allowed.is_ok(),
                matches!(action, CaseAction::See | CaseAction::Check),
                "{role} {action}"
            );
            office::step(server, &filed, Actor::Agency, Action::Begin).await;
            office::step(server, &filed, Actor::Agency, Action::Answer).await;
            office::step(server, &filed, Actor::Reporter, Action::Accept).await;
            coordinator.order(SampleCase::PATH, &filed, json!({ "name": checker.name })).await;
            let version = version_of(server, &filed).await;
            let client = checker.client.with(IF_MATCH, &version.to_string());
            let body =
                (method == Method::POST).then(|| ("application/json", body_of(path).to_string().into()));
            let answer = client.send(method.clone(), &fill(path, &[&filed.code, &file]), body).await;
            match allowed {
                Ok(()) => assert_eq!(answer.status, 200, "{role} {path}: {}", answer.text()),
                Err(rule) => {
                    assert_eq!(answer.status, 403, "{role} {path}: {}", answer.text());
                    assert_eq!(answer.json()["rule"], rule.as_str(), "{role} {path}");
                }
            }
        }
    }
}

/// An endpoint of whoever keeps something: its method, its path, and the duty.
fn keepers_doors() -> Vec<(Method, &'static str, Duty)> {
    vec![
        (Method::GET, ListAccounts::PATH, Duty::Accounts),
        (Method::POST, InviteAccount::PATH, Duty::Accounts),
        (Method::POST, ChangeAccount::PATH, Duty::Accounts),
        (Method::POST, ResetAccount::PATH, Duty::Accounts),
        (Method::POST, DeactivateAccount::PATH, Duty::Accounts),
        (Method::POST, EnterCase::PATH, Duty::Entries),
        (Method::POST, PlanLapor::PATH, Duty::Lapor),
        (Method::GET, GetReconciliation::PATH, Duty::Lapor),
        (Method::GET, GetEvidence::PATH, Duty::Evidence),
        (Method::GET, GetProtection::PATH, Duty::Privacy),
        (Method::POST, EraseComplaint::PATH, Duty::Privacy),
        (Method::POST, EraseRequest::PATH, Duty::Privacy),
        (Method::POST, AddBreach::PATH, Duty::Privacy),
        (Method::GET, ListDeskInformation::PATH, Duty::Information),
        (Method::GET, GetDeskInformation::PATH, Duty::Information),
        (Method::GET, GetInformationBoard::PATH, Duty::Information),
        (Method::POST, AddInformation::PATH, Duty::Information),
        (Method::POST, DraftFromRequest::PATH, Duty::Information),
        (Method::POST, WriteInformation::PATH, Duty::Information),
        (Method::POST, CheckInformation::PATH, Duty::Information),
        (Method::POST, SendBackInformation::PATH, Duty::Information),
        (Method::POST, PublishInformation::PATH, Duty::Information),
        (Method::POST, WithdrawInformation::PATH, Duty::Information),
        (Method::POST, StartInformationFile::PATH, Duty::Information),
        (Method::GET, GetInformationFile::PATH, Duty::Information),
        (Method::POST, RemoveInformationFile::PATH, Duty::Information),
        (Method::GET, ListConsequenceTests::PATH, Duty::Information),
        (Method::GET, GetConsequenceTest::PATH, Duty::Information),
        (Method::POST, AddConsequenceTest::PATH, Duty::Information),
        (Method::POST, WriteConsequenceTest::PATH, Duty::Information),
        (Method::POST, ConsiderConsequenceTest::PATH, Duty::Information),
        (Method::POST, SendBackConsequenceTest::PATH, Duty::Information),
        (Method::POST, DecideConsequenceTest::PATH, Duty::Information),
        (Method::POST, WithdrawConsequenceTest::PATH, Duty::Information),
        (Method::POST, AssignRequest::PATH, Duty::Requests),
        (Method::POST, ExtendRequest::PATH, Duty::Requests),
        (Method::POST, NotifyRequest::PATH, Duty::Requests),
        (Method::POST, RefuseRequest::PATH, Duty::Requests),
        (Method::POST, GrantRequest::PATH, Duty::Requests),
        (Method::POST, DeliverRequest::PATH, Duty::Requests),
        (Method::POST, DecideObjection::PATH, Duty::Requests),
        (Method::POST, ReadApplicant::PATH, Duty::Requests),
        (Method::GET, EVIDENCE_CSV_PATH, Duty::Evidence),
        (Method::GET, EVIDENCE_XLSX_PATH, Duty::Evidence),
        (Method::POST, APPLICANT_FILE_PATH, Duty::Requests),
        (Method::POST, StartRequestFile::PATH, Duty::Requests),
        (Method::GET, GetRequestFile::PATH, Duty::Requests),
        (Method::GET, DESK_REQUEST_FILE_PATH, Duty::Requests),
        (Method::GET, DESK_REQUEST_ORIGINAL_PATH, Duty::Requests),
        (Method::POST, GiveRequestFile::PATH, Duty::Requests),
        (Method::POST, RemoveRequestFile::PATH, Duty::Requests),
        (Method::GET, REQUEST_REGISTER_CSV_PATH, Duty::Requests),
        (Method::GET, REQUEST_REGISTER_XLSX_PATH, Duty::Requests),
        (Method::GET, ListDeskRequests::PATH, Duty::Requests),
        (Method::GET, GetDeskRequest::PATH, Duty::Requests),
        (Method::POST, EnterRequest::PATH, Duty::Requests),
        (Method::GET, GetFigures::PATH, Duty::Figures),
        (Method::GET, FIGURES_CSV_PATH, Duty::Figures),
        (Method::GET, FIGURES_XLSX_PATH, Duty::Figures),
        (Method::GET, LATE_CSV_PATH, Duty::Figures),
        (Method::GET, LATE_XLSX_PATH, Duty::Figures),
        (Method::GET, GetSetup::PATH, Duty::Settings),
        (Method::POST, ChangeSetup::PATH, Duty::Settings),
    ]
}

async fn who_keeps_nothing_is_told_so(server: &mut TestServer) {
    let victim = Staff::with(server, Role::Liaison, Some("esdm")).await;
    for role in Role::ALL {
        let agency = role.is_of_agency().then_some("esdm");
        let staff = Staff::with(server, *role, agency).await;
        let before = rows::count(&server.state.db).await;
        for (method, path, duty) in keepers_doors() {
            // Nothing of what is asked for is right, which only those hear who may ask.
            let body = match path {
                _ if [ResetAccount::PATH, DeactivateAccount::PATH].contains(&path) => json!({ "x": 1 }),
                _ if [EraseComplaint::PATH, EraseRequest::PATH].contains(&path) => {
                    json!({ "code": "x", "reason": "" })
                }
                _ if path == AddBreach::PATH => {
                    json!({ "found_at": 0, "account": { "data": "", "course": "", "remedy": "", "people": 0 } })
                }
                _ if [
                    SendBackInformation::PATH,
                    WithdrawInformation::PATH,
                    SendBackConsequenceTest::PATH,
                    WithdrawConsequenceTest::PATH,
                ]
                .contains(&path) =>
                {
                    json!({ "text": "" })
                }
                _ if [
                    CheckInformation::PATH,
                    PublishInformation::PATH,
                    RemoveInformationFile::PATH,
                    GiveRequestFile::PATH,
                    RemoveRequestFile::PATH,
                ]
                .contains(&path) =>
                {
                    json!({})
                }
                _ if [StartInformationFile::PATH, StartRequestFile::PATH].contains(&path) => {
                    json!({ "name": "x", "size": 0 })
                }
                _ if path == DraftFromRequest::PATH => json!({ "number": "PI-2026-00001" }),
                _ if [AddInformation::PATH, WriteInformation::PATH].contains(&path) => {
                    json!({ "title": "", "summary": "", "agency": "", "official": "", "made_on": "" })
                }
                _ if [AddConsequenceTest::PATH, WriteConsequenceTest::PATH].contains(&path) => {
                    excluding::proposal(1, json!({ "public_title": "" }))
                }
                _ if path == ConsiderConsequenceTest::PATH => {
                    json!({ "considered_on": "", "considered_by": [], "said": "" })
                }
                _ if path == DecideConsequenceTest::PATH => excluding::decision("", None),
                _ if path == AssignRequest::PATH => json!({ "agency": "" }),
                _ if [ExtendRequest::PATH, ReadApplicant::PATH, APPLICANT_FILE_PATH].contains(&path) => {
                    json!({ "reason": "" })
                }
                _ if path == NotifyRequest::PATH => {
                    json!({ "letter_number": "", "official": "", "holder": "" })
                }
                _ if path == RefuseRequest::PATH => {
                    json!({ "letter_number": "", "official": "", "article": "", "text": "" })
                }
                _ if path == GrantRequest::PATH => json!({ "letter_number": "", "official": "" }),
                _ if path == DeliverRequest::PATH => json!({ "delivered_on": "" }),
                _ if path == DecideObjection::PATH => {
                    json!({ "letter_number": "", "official": "", "reasons": "" })
                }
                _ if path == PlanLapor::PATH => json!({ "mapping": {}, "adds": true, "applies": true }),
                _ if path == EnterRequest::PATH => json!({ "channel": "web" }),
                _ if path == EnterCase::PATH => json!({ "channel": "web", "received_on": "", "filing": {} }),
                _ if path == ChangeSetup::PATH => json!({ "sample_percent": 101 }),
                _ if path == ChangeAccount::PATH => json!({ "full_name": "", "roles": [] }),
                _ => json!({ "name": "", "person": { "full_name": "", "roles": [] } }),
            };
            let body = (method == Method::POST).then(|| ("application/json", body.to_string().into()));
            let client = staff.client.with(IF_MATCH, "1").with(IDEMPOTENCY_KEY, &fresh_key());
            let answer = client.send(method.clone(), &fill(path, &[&victim.name, "0"]), body).await;
            if keeps(*role, duty) {
                assert!(
                    matches!(answer.status, 200 | 404 | 422),
                    "{role} {method} {path}: {}",
                    answer.text()
                );
            } else if answer.status == 422 {
                // Bodies are read before anybody is asked who they are; they say nothing of what is there.
                assert!([ResetAccount::PATH, DeactivateAccount::PATH].contains(&path), "{role} {path}");
            } else {
                let envelope = answer.refused(403, ErrorCode::Forbidden);
                assert_eq!(envelope.rule.as_deref(), Some(Rule::OtherRole.as_str()), "{role} {path}");
            }
        }
        assert_eq!(rows::count(&server.state.db).await, before, "{role} changed something");
    }
    for (method, path, _) in keepers_doors() {
        let client = Reporter::new(&server.url).client.with(IF_MATCH, "1");
        let body = (method == Method::POST).then(|| ("application/json", "{}".into()));
        let answer = client.send(method.clone(), &fill(path, &[&victim.name, "0"]), body).await;
        assert!(matches!(answer.status, 401 | 422), "{method} {path}: {}", answer.text());
    }
}

on_both!(
    every_cell_of_the_table,
    without_a_session_there_is_no_desk,
    who_checks_does_nothing_else,
    who_keeps_nothing_is_told_so,
);
