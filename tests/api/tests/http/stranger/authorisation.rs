//! Who may call what: every endpoint of the model, called by nobody, by strangers and by the reporter, answers as
//! its `Caller` says. The table is made from the endpoints themselves.

use std::collections::BTreeSet;

use reqwest::Method as Verb;
use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::{Caller, CaseAction, Duty, Role},
    api::{
        APPLICANT_FILE_PATH, AcceptAnswer, AcceptCase, AcceptInvitation, AddBreach, AddConsequenceTest,
        AddInformation, AddMessage, AddTemplate, AnswerCase, ApproveCase, ArchiveCase, AskReporter,
        AssignCase, AssignRequest, CASE_FILE_PATH, ChangeAccount, ChangeBreach, ChangeSetup, ChangeTemplate,
        CheckCase, CheckInformation, ConsiderConsequenceTest, DESK_REQUEST_FILE_PATH,
        DESK_REQUEST_ORIGINAL_PATH, DeactivateAccount, DecideConsequenceTest, DecideObjection,
        DeliverRequest, DiscardUpload, DisposeCase, DraftFromRequest, DraftPublication, EVIDENCE_CSV_PATH,
        EVIDENCE_XLSX_PATH, EditCase, Endpoint, EnterCase, EnterRequest, EraseComplaint, EraseRequest,
        ExtendRequest, FIGURES_CSV_PATH, FIGURES_XLSX_PATH, FILE_PATH, FileComplaint, FileRequest,
        FindSimilar, FollowComplaint, GetBoard, GetCase, GetComplaint, GetConsequenceTest,
        GetDeskInformation, GetDeskRequest, GetEvidence, GetFigures, GetInformation, GetInformationBoard,
        GetInformationFile, GetMeta, GetMissing, GetProtection, GetRecap, GetReconciliation, GetRequest,
        GetRequestFile, GetRequestReport, GetSession, GetSetup, GetUpload, GiveMissing, GiveRequestFile,
        GrantRequest, INFORMATION_CSV_PATH, INFORMATION_IMPORT_PATH, INFORMATION_JSON_PATH,
        INFORMATION_PIECE_PATH, INFORMATION_XLSX_PATH, InviteAccount, LAPOR_UPLOAD_PATH, LATE_CSV_PATH,
        LATE_XLSX_PATH, LinkCase, ListAccounts, ListApprovals, ListCases, ListConsequenceTests,
        ListDeskInformation, ListDeskRequests, ListExcluded, ListInformation, ListLate, ListMessages,
        ListRegions, ListSessions, ListTemplates, ListWaiting, MergeCase, Method, NoteOnCase, NotifyRequest,
        OPENAPI_PATH, ObjectToRequest, PHOTO_PATH, PlanLapor, PostponeCase, PublishCase, PublishInformation,
        RECAP_CSV_PATH, RECAP_XLSX_PATH, REQUEST_FILE_PATH, REQUEST_PIECE_PATH, REQUEST_REGISTER_CSV_PATH,
        REQUEST_REGISTER_XLSX_PATH, REQUEST_REPORT_CSV_PATH, REQUEST_REPORT_XLSX_PATH, ReadApplicant,
        ReadIdentity, ReadInvitation, ReadMessages, RefuseAnswer, RefuseRequest, RemoveInformationFile,
        RemoveRequestFile, RemoveTemplate, ResetAccount, ResumeCase, ReturnCase, RevokeSession,
        SMALL_PHOTO_PATH, STREAM_PATH, SampleCase, SealCase, SendBackConsequenceTest, SendBackInformation,
        SetApproval, SignIn, SignOut, StartInformationFile, StartRequestFile, StartUpload,
        SuggestInformation, SupportComplaint, TurnIntoRequest, UPLOAD_PATH, VerifyCase, Withdraw,
        WithdrawConsequenceTest, WithdrawInformation, WriteConsequenceTest, WriteInformation, fill,
    },
    complaint::{Action, Actor, Filed},
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    forms::{filing, filing_with},
    office, on_both, pictures,
    random::fresh_key,
    reporter::Reporter,
    requesting, rows,
    staff::Staff,
};

#[derive(Clone, Copy, Debug)]
struct Door {
    method: Method,
    path: &'static str,
    caller: Caller,
}

fn door<E: Endpoint>(_: E) -> Door {
    Door { method: E::METHOD, path: E::PATH, caller: E::CALLER }
}

/// Every endpoint that speaks JSON, and those beside them.
fn doors() -> Vec<Door> {
    let figures = |path| Door { method: Method::Get, path, caller: Caller::Keeper(Duty::Figures) };
    let register = |path| Door { method: Method::Get, path, caller: Caller::Keeper(Duty::Requests) };
    let evidence = |path| Door { method: Method::Get, path, caller: Caller::Keeper(Duty::Evidence) };
    let reads = |path| Door { method: Method::Get, path, caller: Caller::Public };
    vec![
        door(GetMeta),
        door(ListRegions),
        door(StartUpload),
        door(GetUpload),
        door(DiscardUpload),
        door(FileComplaint),
        door(GetComplaint),
        door(AddMessage),
        door(SupportComplaint),
        door(FindSimilar),
        door(FollowComplaint),
        door(Withdraw),
        door(AcceptAnswer),
        door(RefuseAnswer),
        door(GetRecap),
        door(GetBoard),
        door(ListWaiting),
        door(SignIn),
        door(GetSession),
        door(SignOut),
        door(ListSessions),
        door(RevokeSession),
        door(ReadInvitation),
        door(AcceptInvitation),
        door(ListAccounts),
        door(InviteAccount),
        door(ChangeAccount),
        door(ResetAccount),
        door(DeactivateAccount),
        door(GetSetup),
        door(ChangeSetup),
        door(ListCases),
        door(EnterCase),
        door(GetFigures),
        figures(FIGURES_CSV_PATH),
        figures(FIGURES_XLSX_PATH),
        figures(LATE_CSV_PATH),
        figures(LATE_XLSX_PATH),
        door(ListInformation),
        door(SuggestInformation),
        door(GetInformation),
        door(ListDeskInformation),
        door(AddInformation),
        door(DraftFromRequest),
        door(GetDeskInformation),
        door(GetInformationBoard),
        door(WriteInformation),
        door(CheckInformation),
        door(SendBackInformation),
        door(PublishInformation),
        door(WithdrawInformation),
        door(StartInformationFile),
        door(GetInformationFile),
        door(RemoveInformationFile),
        Door {
            method: Method::Patch,
            path: INFORMATION_PIECE_PATH,
            caller: Caller::Keeper(Duty::Information),
        },
        door(ListExcluded),
        door(ListConsequenceTests),
        door(AddConsequenceTest),
        door(GetConsequenceTest),
        door(WriteConsequenceTest),
        door(ConsiderConsequenceTest),
        door(SendBackConsequenceTest),
        door(DecideConsequenceTest),
        door(WithdrawConsequenceTest),
        door(FileRequest),
        door(GetMissing),
        door(GiveMissing),
        door(GetRequest),
        door(ObjectToRequest),
        door(GetRequestReport),
        reads(REQUEST_REPORT_CSV_PATH),
        reads(REQUEST_REPORT_XLSX_PATH),
        evidence(EVIDENCE_CSV_PATH),
        evidence(EVIDENCE_XLSX_PATH),
        register(REQUEST_REGISTER_CSV_PATH),
        register(REQUEST_REGISTER_XLSX_PATH),
        door(ListDeskRequests),
        door(EnterRequest),
        door(GetDeskRequest),
        door(AssignRequest),
        door(ExtendRequest),
        door(NotifyRequest),
        door(RefuseRequest),
        door(GrantRequest),
        door(DeliverRequest),
        door(DecideObjection),
        door(ReadApplicant),
        door(ReadIdentity),
        door(GetEvidence),
        door(GetProtection),
        door(EraseComplaint),
        door(EraseRequest),
        door(AddBreach),
        door(ChangeBreach),
        door(PlanLapor),
        door(GetReconciliation),
        Door {
            method: Method::Post,
            path: INFORMATION_IMPORT_PATH,
            caller: Caller::Keeper(Duty::Information),
        },
        Door { method: Method::Post, path: LAPOR_UPLOAD_PATH, caller: Caller::Keeper(Duty::Lapor) },
        door(LinkCase),
        door(GetCase),
        door(VerifyCase),
        door(EditCase),
        door(SealCase),
        door(DraftPublication),
        door(PublishCase),
        door(PostponeCase),
        door(ResumeCase),
        door(DisposeCase),
        door(ArchiveCase),
        door(AcceptCase),
        door(AskReporter),
        door(AnswerCase),
        door(ApproveCase),
        door(AssignCase),
        door(MergeCase),
        door(TurnIntoRequest),
        door(SampleCase),
        door(CheckCase),
        door(ReturnCase),
        door(NoteOnCase),
        door(ListLate),
        door(ListMessages),
        door(ReadMessages),
        door(ListTemplates),
        door(AddTemplate),
        door(ChangeTemplate),
        door(RemoveTemplate),
        door(ListApprovals),
        door(SetApproval),
        Door { method: Method::Get, path: CASE_FILE_PATH, caller: Caller::Desk(CaseAction::See) },
        Door { method: Method::Patch, path: UPLOAD_PATH, caller: Caller::Public },
        Door { method: Method::Get, path: FILE_PATH, caller: Caller::Reporter },
        Door { method: Method::Get, path: REQUEST_FILE_PATH, caller: Caller::Reporter },
        Door { method: Method::Patch, path: REQUEST_PIECE_PATH, caller: Caller::Keeper(Duty::Requests) },
        Door { method: Method::Get, path: DESK_REQUEST_FILE_PATH, caller: Caller::Keeper(Duty::Requests) },
        Door {
            method: Method::Get,
            path: DESK_REQUEST_ORIGINAL_PATH,
            caller: Caller::Keeper(Duty::Requests),
        },
        Door { method: Method::Post, path: APPLICANT_FILE_PATH, caller: Caller::Keeper(Duty::Requests) },
        door(StartRequestFile),
        door(GetRequestFile),
        door(GiveRequestFile),
        door(RemoveRequestFile),
        reads(PHOTO_PATH),
        reads(SMALL_PHOTO_PATH),
        reads(INFORMATION_CSV_PATH),
        reads(INFORMATION_JSON_PATH),
        reads(INFORMATION_XLSX_PATH),
        reads(RECAP_CSV_PATH),
        reads(RECAP_XLSX_PATH),
        reads(STREAM_PATH),
        reads(OPENAPI_PATH),
        reads("/healthz"),
        reads("/readyz"),
        reads("/metrics"),
    ]
}

const fn verb(method: Method) -> Verb {
    match method {
        Method::Get => Verb::GET,
        Method::Post => Verb::POST,
        Method::Patch => Verb::PATCH,
        Method::Delete => Verb::DELETE,
    }
}

/// The server's own description names exactly these, each once.
async fn every_endpoint_is_in_the_table(server: &mut TestServer) {
    let document = Client::new(&server.url).get(OPENAPI_PATH).await.expect(200).json();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |verb| (path.clone(), verb.clone()))
        })
        .collect();
    let listed: BTreeSet<_> = doors()
        .iter()
        .map(|door| (door.path.to_owned(), verb(door.method).as_str().to_lowercase()))
        .collect();
    assert_eq!(listed, described);
}

/// A complaint with a file, answered, so that each action is possible.
async fn ready(server: &TestServer, number: u64) -> (Filed, String) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(8, 8)).await;
    let filed = reporter.file(&filing_with(number, json!({ "files": [file] }))).await;
    office::dispose(server, &filed, "esdm").await;
    office::step(server, &filed, Actor::Agency, Action::Answer).await;
    (filed, file)
}

fn body_of(path: &str) -> Value {
    match path {
        _ if path == FileComplaint::PATH => filing(9),
        _ if path == StartUpload::PATH => json!({ "name": "a.png", "size": 9 }),
        _ if path == FileRequest::PATH => requesting::asking(9, json!({})),
        _ if path == ObjectToRequest::PATH => json!({ "ground": "no_regular_information", "text": "Halo." }),
        _ if path == AddMessage::PATH => json!({ "text": "Halo." }),
        _ if path == RefuseAnswer::PATH => json!({ "reason": "Masih padam." }),
        _ => json!({}),
    }
}

async fn every_door_answers_as_its_caller_says(server: &mut TestServer) {
    let (other, _) = ready(server, 0).await;
    let nobody = Client::new(&server.url);
    for door in doors() {
        let (filed, file) = ready(server, 1).await;
        let asked = requesting::register(&nobody, 1).await;
        let upload = Reporter::new(&server.url).announce("foto.png", 9).await.id;
        let path = match door.path {
            path if path.starts_with("/api/v1/uploads/") => fill(path, &[&upload]),
            path if path == RevokeSession::PATH => fill(path, &["none"]),
            path if path == ListRegions::PATH => fill(path, &["72.71"]),
            path if path.contains("/information-requests/{number}") => fill(path, &[&asked.number, &file]),
            path => fill(path, &[&filed.code, &file]),
        };
        let path = if door.path == REQUEST_FILE_PATH {
            let main = Staff::with(server, Role::PpidMain, None).await;
            requesting::order(&main, GrantRequest::PATH, &asked.number, requesting::grant(json!({}))).await;
            let file = requesting::send_file(&main, &asked.number, "rencana.pdf", &pictures::pdf()).await;
            requesting::order_file(&main, GiveRequestFile::PATH, &asked.number, &file, json!({})).await;
            fill(door.path, &[&asked.number, &file])
        } else {
            path
        };
        let own = if door.path.contains("/information-requests") { &asked.secret } else { &filed.secret };
        let call = async |client: &Client| {
            let client = client.with("idempotency-key", &fresh_key()).with("upload-offset", "0");
            if door.path == STREAM_PATH {
                return (client.open(&path).await.status().as_u16(), String::new());
            }
            let body = (door.method != Method::Get)
                .then(|| ("application/json", body_of(door.path).to_string().into()));
            let answer = client.send(verb(door.method), &path, body).await;
            if answer.status == 401 {
                answer.refused(401, ErrorCode::Unauthorized);
            }
            (answer.status, answer.text())
        };
        let strangers = [
            nobody.clone(),
            nobody.holding("00000000000000000000000000"),
            nobody.holding(&other.secret),
            nobody.with("authorization", &format!("Bearer {own}")),
        ];
        let before = rows::count(&server.state.db).await;
        for (who, client) in strangers.iter().enumerate() {
            let (status, body) = call(client).await;
            match (door.caller, who) {
                // Signing in with nothing is refused as a form; with something wrong it is what signing in is for.
                // A piece that is no picture is refused for its content, not for who sends it.
                (Caller::Public, _) => assert_ne!(status, 401, "{door:?} {who}"),
                (Caller::PublicOrReporter, 0) => {
                    assert_eq!(status, 200, "{door:?} {body}");
                    assert!(!body.contains("\"own\""), "{door:?} {body}");
                }
                _ => {
                    assert_eq!(status, 401, "{door:?} {who} {body}");
                    assert!(!body.contains("Lampu"), "{door:?} {body}");
                }
            }
        }
        if door.caller != Caller::Public {
            assert_eq!(
                rows::count(&server.state.db).await,
                before,
                "{door:?} let a stranger change something"
            );
        }
        let (status, body) = call(&nobody.holding(own)).await;
        match door.caller {
            Caller::Public => assert_ne!(status, 401, "{door:?}"),
            Caller::PublicOrReporter => assert!(status == 200 && body.contains("\"own\""), "{door:?} {body}"),
            // Nobody has asked them for anything, which is another answer.
            Caller::Reporter if path.ends_with("/information-request") && door.method == Method::Post => {
                assert_eq!(status, 409, "{door:?} {body}");
            }
            Caller::Reporter => assert_eq!(status, 200, "{door:?} {body}"),
            // The reporter is none of the staff; theirs is a walk of its own.
            Caller::Staff | Caller::Desk(_) | Caller::Keeper(_) => assert_eq!(status, 401, "{door:?} {body}"),
        }
    }
}

on_both!(every_endpoint_is_in_the_table, every_door_answers_as_its_caller_says);
