//! The contents page: every route of the server, once.

mod describe;
mod leads;
mod operations;
mod parameters;
mod routes;
#[cfg(test)]
mod tests;

pub use leads::leads;

use std::sync::OnceLock;

use axum::{
    Router,
    extract::{Request, State},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{any, get},
};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Uri};
use shared::api::{
    AcceptAnswer, AcceptCase, AcceptInvitation, AddBreach, AddConsequenceTest, AddInformation, AddMessage,
    AddTemplate, AnswerCase, ApproveCase, ArchiveCase, AskReporter, AssignCase, AssignRequest, ChangeAccount,
    ChangeBreach, ChangeSetup, ChangeTemplate, CheckCase, CheckInformation, ConsiderConsequenceTest,
    DESK_REQUEST_FILE_PATH, DESK_REQUEST_ORIGINAL_PATH, DeactivateAccount, DecideConsequenceTest,
    DecideObjection, DeliverRequest, DiscardUpload, DisposeCase, DraftFromRequest, DraftPublication,
    EVIDENCE_CSV_PATH, EVIDENCE_XLSX_PATH, EditCase, EnterCase, EnterRequest, EraseComplaint, EraseRequest,
    ExtendRequest, FIGURES_CSV_PATH, FIGURES_XLSX_PATH, FileComplaint, FileRequest, FindSimilar,
    FollowComplaint, GetBoard, GetCase, GetComplaint, GetConsequenceTest, GetDeskInformation, GetDeskRequest,
    GetEvidence, GetFigures, GetInformation, GetInformationBoard, GetInformationFile, GetMeta, GetMissing,
    GetProtection, GetRecap, GetReconciliation, GetRequest, GetRequestFile, GetRequestReport, GetSession,
    GetSetup, GetUpload, GiveMissing, GiveRequestFile, GrantRequest, INFORMATION_CSV_PATH,
    INFORMATION_JSON_PATH, INFORMATION_XLSX_PATH, InviteAccount, LATE_CSV_PATH, LATE_XLSX_PATH, LinkCase,
    ListAccounts, ListApprovals, ListCases, ListConsequenceTests, ListDeskInformation, ListDeskRequests,
    ListExcluded, ListInformation, ListLate, ListMessages, ListRegions, ListSessions, ListTemplates,
    ListWaiting, MergeCase, NoteOnCase, NotifyRequest, OPENAPI_PATH, ObjectToRequest, PHOTO_PATH, PlanLapor,
    PostponeCase, PublishCase, PublishInformation, RECAP_CSV_PATH, RECAP_XLSX_PATH,
    REQUEST_REGISTER_CSV_PATH, REQUEST_REGISTER_XLSX_PATH, REQUEST_REPORT_CSV_PATH, REQUEST_REPORT_XLSX_PATH,
    ReadApplicant, ReadIdentity, ReadInvitation, ReadMessages, RefuseAnswer, RefuseRequest,
    RemoveInformationFile, RemoveRequestFile, RemoveTemplate, ResetAccount, ResumeCase, ReturnCase,
    RevokeSession, SMALL_PHOTO_PATH, STREAM_PATH, SampleCase, SealCase, SendBackConsequenceTest,
    SendBackInformation, SetApproval, SignIn, SignOut, StartInformationFile, StartRequestFile, StartUpload,
    SuggestInformation, SupportComplaint, TurnIntoRequest, VerifyCase, Withdraw, WithdrawConsequenceTest,
    WithdrawInformation, WriteConsequenceTest, WriteInformation,
};

use crate::{
    account, complaint,
    config::Config,
    error::Error,
    information, journey,
    meta::{self, operation},
    platform::{
        http::{Guard, entity_tag, guard, tagged},
        pages::{self, Reader},
    },
    protection, recap, request, setup, shell,
    state::AppState,
};
use operations::{
    applicant_file, case_file, desk_request_file, evidence_file, figures_file, file, information_piece,
    information_table, lapor_export, photo, piece, register_file, request_file, request_piece,
};
use routes::Routes;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The interface, each endpoint with its handler and what it is for.
#[rustfmt::skip]
fn interface() -> Routes {
    Routes::default()
        .on(GetMeta, meta::show, "The instance's public settings")
        .on(ListRegions, meta::regions, "The regions one level below another")

        .on(StartUpload, complaint::upload::announce::handle, "Announces a file that will be sent in pieces")
        .on(GetUpload, complaint::upload::show::handle, "How far an upload is, to go on after a cut")
        .mount(piece(), complaint::upload::receive::handle)
        .on(DiscardUpload, complaint::upload::discard::handle, "Takes an upload back that no complaint has")
        .on(FileComplaint, complaint::file::handle, "Files a complaint, once per idempotency key")
        .on(GetComplaint, complaint::view::handle, "A complaint under its code; more of it for its reporter")
        .on(AddMessage, complaint::message::handle, "Writes to the office, or completes a postponed complaint")
        .on(SupportComplaint, complaint::support::give::handle, "Says that somebody has this, too, or takes that back")
        .on(FollowComplaint, complaint::follow::ask::handle, "Asks to follow what is published by mail")
        .on(FindSimilar, complaint::publication::nearby::handle, "What is published nearby and says the same")
        .on(Withdraw, complaint::withdraw::handle, "Takes the complaint back")
        .on(AcceptAnswer, complaint::accept::handle, "Accepts the answer")
        .on(RefuseAnswer, complaint::refuse::handle, "Refuses the answer")
        .mount(file(), complaint::upload::download::handle)
        .mount(photo(PHOTO_PATH, "application/octet-stream"), complaint::photo::show::whole)
        .mount(photo(SMALL_PHOTO_PATH, "image/jpeg"), complaint::photo::show::small)

        .on(SignIn, account::sign_in::handle, "Signs in")
        .on(GetSession, account::show::handle, "Who is signed in")
        .on(SignOut, account::sign_out::handle, "Signs out")
        .on(ListSessions, account::sessions::list, "Where the account is signed in")
        .on(RevokeSession, account::sessions::revoke, "Ends one of the account's sessions")
        .on(ReadInvitation, account::invitation::handle, "Reads an invitation")
        .on(AcceptInvitation, account::acceptance::handle, "Accepts an invitation, once")

        .on(ListAccounts, account::register::list::handle, "All accounts, by name")
        .on(InviteAccount, account::register::invite::handle, "Makes an account and the link that opens it once")
        .on(ChangeAccount, account::register::change::handle, "Changes who has an account, and what for")
        .on(ResetAccount, account::register::reset::handle, "Makes a new link for an account")
        .on(DeactivateAccount, account::register::deactivate::handle, "Takes an account away; what it did stays")

        .on(GetSetup, setup::show::handle, "What the coordinator keeps for the whole instance")
        .on(ChangeSetup, journey::change_setup::handle, "Changes one thing of what the coordinator keeps")

        .on(ListCases, complaint::desk::list::handle, "The cases that the staff may see, what is due first on top")
        .on(EnterCase, complaint::desk::enter::handle, "Enters what came to an office, once per idempotency key")
        .on(GetCase, complaint::desk::show::handle, "A case")
        .on(VerifyCase, complaint::desk::verify::handle, "Verifies a case, and corrects what it is")
        .on(EditCase, complaint::desk::edit::handle, "Corrects what a case is")
        .on(SealCase, complaint::desk::seal::handle, "Puts a case into the sealed lane, for good")
        .on(DraftPublication, complaint::desk::publish::draft, "What would become public, with what needs a look marked")
        .on(PublishCase, complaint::desk::publish::handle, "Opens title and content to everyone")
        .on(PostponeCase, complaint::desk::postpone::handle, "Asks the reporter for what is missing, and waits")
        .on(ResumeCase, complaint::desk::resume::handle, "Goes on with what was postponed")
        .on(DisposeCase, complaint::desk::dispose::handle, "Forwards a case to an agency")
        .on(ArchiveCase, complaint::desk::archive::handle, "Takes a case out of every total")
        .on(MergeCase, complaint::desk::merge::handle, "Joins a case to another one about the same thing")
        .on(TurnIntoRequest, complaint::desk::to_request::handle, "Asks the reporter for what a request for information needs")
        .on(LinkCase, complaint::desk::link::handle, "Says under which id a case stands in LAPOR!")
        .on(SampleCase, complaint::desk::sample::handle, "Has a closed case checked by somebody outside its agency")
        .on(CheckCase, complaint::desk::check::handle, "Confirms a closed case, or sends it back")
        .on(AcceptCase, complaint::desk::accept::handle, "Begins to work on a case")
        .on(AskReporter, complaint::desk::ask::handle, "Writes to the reporter")
        .on(AnswerCase, complaint::desk::answer::handle, "Answers a case")
        .on(ApproveCase, complaint::desk::approve::handle, "Releases an answer that waits, or sends it back")
        .on(AssignCase, complaint::desk::assign::handle, "Gives a case to a person of the office")
        .on(ReturnCase, complaint::desk::return_case::handle, "Sends a case back: not the agency's business")
        .on(NoteOnCase, complaint::desk::note::handle, "Writes what only the staff read")
        .on(GetFigures, complaint::figures::show::handle, "What agencies did in a time, and what they have in hand")
        .mount(figures_file(FIGURES_CSV_PATH, "text/csv"), complaint::figures::export::csv)
        .mount(figures_file(FIGURES_XLSX_PATH, XLSX), complaint::figures::export::xlsx)
        .mount(figures_file(LATE_CSV_PATH, "text/csv"), complaint::figures::late::csv)
        .mount(figures_file(LATE_XLSX_PATH, XLSX), complaint::figures::late::xlsx)
        .on(ReadIdentity, complaint::desk::identity::handle, "Who complained, for a reason that is recorded")
        .on(ListInformation, information::list::handle, "The Daftar Informasi Publik, the newest first")
        .on(SuggestInformation, information::suggest, "Public entries that may be what somebody is about to ask for")
        .on(GetInformation, information::show::handle, "An entry of it, with what it said before")
        .reads(INFORMATION_CSV_PATH, "text/csv", information::whole::csv, "The whole list as a table for spreadsheets that read text")
        .reads(INFORMATION_XLSX_PATH, XLSX, information::whole::xlsx, "The whole list as a workbook")
        .reads(INFORMATION_JSON_PATH, "application/json", information::whole::json, "The whole list as one document")
        .on(ListDeskInformation, information::desk::list::handle, "Entries of public information as whoever asks works on them")
        .on(GetInformationBoard, information::desk::board::handle, "What wants to be done about public entries, by agency")
        .on(AddInformation, information::desk::add::handle, "Begins an entry of public information")
        .on(DraftFromRequest, journey::draft_from_request::handle, "Begins an entry for what a request was granted")
        .on(GetDeskInformation, information::desk::show::handle, "An entry with what may be done with it")
        .on(WriteInformation, information::desk::write::handle, "Writes what its newest version says, or begins the next one")
        .on(StartInformationFile, information::file::announce::handle, "Announces a file of a draft that will be sent in pieces")
        .on(GetInformationFile, information::file::show::handle, "How far such a file is, to go on after a cut")
        .mount(information_table(), information::import::receive::handle)
        .mount(information_piece(), information::file::receive::handle)
        .on(RemoveInformationFile, information::file::remove::handle, "Takes a file out of a draft")
        .on(CheckInformation, information::desk::act::check, "Finds it complete")
        .on(SendBackInformation, information::desk::act::send_back, "Gives it back to whoever writes it")
        .on(PublishInformation, information::desk::act::publish, "Lets everyone read its newest version")
        .on(WithdrawInformation, information::desk::act::withdraw, "Takes it back")
        .on(ListExcluded, information::consequence::excluded::handle, "What is excluded from public information, without its content")
        .on(ListConsequenceTests, information::consequence::desk::list::handle, "Consequence tests as whoever asks works on them")
        .on(AddConsequenceTest, information::consequence::desk::add::handle, "Proposes that something is excluded")
        .on(GetConsequenceTest, information::consequence::desk::show::handle, "A consequence test with what may be done with it")
        .on(WriteConsequenceTest, information::consequence::desk::write::handle, "Writes a proposal anew")
        .on(ConsiderConsequenceTest, information::consequence::desk::act::consider, "Notes who considered it, and what they found")
        .on(SendBackConsequenceTest, information::consequence::desk::act::send_back, "Gives it back to whoever proposed it")
        .on(DecideConsequenceTest, information::consequence::desk::act::decide, "Fixes whether it is excluded, and until when")
        .on(WithdrawConsequenceTest, information::consequence::desk::act::withdraw, "Takes a proposal back")
        .on(FileRequest, request::file::handle, "Registers a request for information, once per idempotency key")
        .on(GetMissing, journey::request_from_complaint::give::missing, "What a complaint's reporter is still to give, so that it becomes a request")
        .on(GiveMissing, journey::request_from_complaint::give::handle, "Gives it, which registers the request")
        .on(GetRequest, request::show::handle, "A request, for its applicant")
        .on(ObjectToRequest, request::object::handle, "Objects, on a ground that the law offers now")
        .mount(request_file(), request::given::download::handle)
        .on(GetRequestReport, request::report::show::handle, "The report of a year on requests for information")
        .reads(REQUEST_REPORT_CSV_PATH, "text/csv", request::report::files::csv, "The requests of a year's report, each on a line")
        .reads(REQUEST_REPORT_XLSX_PATH, XLSX, request::report::files::xlsx, "The report of a year as a workbook")
        .mount(register_file(REQUEST_REGISTER_CSV_PATH, "text/csv"), request::report::register::csv)
        .mount(register_file(REQUEST_REGISTER_XLSX_PATH, XLSX), request::report::register::xlsx)
        .on(ListDeskRequests, request::desk::list::handle, "Requests for information as whoever asks works on them, what is due first on top")
        .on(EnterRequest, request::desk::enter::handle, "Enters a request that came by letter, telephone or visit, once per idempotency key")
        .on(GetDeskRequest, request::desk::show::handle, "A request with what may be done with it")
        .on(AssignRequest, request::desk::act::assign, "Gives it to an agency's PPID")
        .on(ExtendRequest, request::desk::act::extend, "Takes more time, once and for a reason")
        .on(NotifyRequest, request::desk::act::notify, "Tells that it is not held here, and who holds it")
        .on(RefuseRequest, request::desk::act::refuse, "Refuses it")
        .on(GrantRequest, request::desk::act::grant, "Grants it, as a whole or in part")
        .on(DeliverRequest, request::desk::act::deliver, "Notes that what was granted reached the applicant")
        .on(StartRequestFile, request::given::announce::handle, "Announces a file of what is granted, which will be sent in pieces")
        .on(GetRequestFile, request::given::progress::handle, "How far such a file is, to go on after a cut")
        .mount(request_piece(), request::given::receive::handle)
        .mount(desk_request_file(DESK_REQUEST_FILE_PATH), request::given::look::handle)
        .mount(desk_request_file(DESK_REQUEST_ORIGINAL_PATH), request::given::look::original)
        .on(GiveRequestFile, request::given::give::handle, "Says that the applicant is given a file")
        .on(RemoveRequestFile, request::given::remove::handle, "Takes a file away from a request")
        .on(DecideObjection, request::desk::act::decide, "Decides on the objection that waits")
        .on(ReadApplicant, request::desk::identity::handle, "Who asks, for a reason that is recorded")
        .mount(applicant_file(), request::desk::identity::file)
        .on(GetEvidence, journey::evidence::handle, "What proves that public information is served well, and what is missing")
        .mount(evidence_file(EVIDENCE_CSV_PATH, "text/csv"), journey::evidence::files::csv)
        .mount(evidence_file(EVIDENCE_XLSX_PATH, XLSX), journey::evidence::files::xlsx)
        .on(GetProtection, protection::board::handle, "Who read whose identity, how long what is kept, and breaches")
        .on(EraseRequest, request::erase::asked::handle, "Erases who asked for information and their words, on a rightful request")
        .on(EraseComplaint, complaint::erase::request::handle, "Erases a complaint that has ended, on a rightful request")
        .on(AddBreach, protection::breach::add, "Enters a breach")
        .on(ChangeBreach, protection::breach::change, "Changes what is known of a breach, or says that it was told")
        .mount(lapor_export(), complaint::lapor::receive::handle)
        .on(PlanLapor, complaint::lapor::plan::handle, "Tries how an export of LAPOR! would be entered, or enters it")
        .on(GetReconciliation, complaint::lapor::reconcile::handle, "What stands only in LAPOR!, only here, or in different stages")
        .on(ListLate, complaint::desk::late::handle, "What is late, with whom, and for how long")
        .on(ListMessages, complaint::desk::messages::list, "What whoever asks is told")
        .on(ReadMessages, complaint::desk::messages::read, "Notes that messages have been looked at")
        .on(ListTemplates, complaint::template::list::handle, "The templates of answers")
        .on(AddTemplate, complaint::template::add::handle, "Writes another template")
        .on(ChangeTemplate, complaint::template::change::handle, "Changes a template")
        .on(RemoveTemplate, complaint::template::remove::handle, "Removes a template")
        .on(ListApprovals, complaint::approval::list::handle, "Whether an agency's answers wait for its responsible officer")
        .on(SetApproval, complaint::approval::set::handle, "Says whether an agency's answers wait for its responsible officer")
        .mount(case_file(), complaint::desk::download::handle)

        .on(GetRecap, recap::show::handle, "Counts by one dimension under a filter, as of a day")
        .on(GetBoard, recap::show::handle_board, "All counts of the transparency page, of one moment")
        .reads(RECAP_CSV_PATH, "text/csv", recap::export::csv, "The recap as a table for spreadsheets that read text")
        .reads(RECAP_XLSX_PATH, XLSX, recap::export::xlsx, "The recap as a workbook")
        .on(ListWaiting, recap::waiting::handle, "What still waits under a filter, oldest first")
        .reads(STREAM_PATH, "text/event-stream", stream, "The ledger's revision, whenever it changes")
        .reads(OPENAPI_PATH, "application/json", openapi, "This description")

        .reads("/healthz", "text/plain", operation::alive, "Whether the process lives")
        .reads("/readyz", "text/plain", operation::ready, "Whether requests can be answered")
        .reads("/metrics", "text/plain", operation::metrics, "The server's figures for Prometheus")
}

/// Whether something is served at an address, be it a page or an endpoint.
pub fn is_served(path: &str) -> bool {
    static PATHS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let paths = PATHS.get_or_init(|| {
        let interface = interface();
        interface.paths().chain(pages::PUBLIC_PATHS).collect()
    });
    paths.contains(&path)
}

/// All routes, guarded: the interface, the pages, and an answer for everything else.
pub fn router(state: &AppState, config: &Config) -> Router {
    let interface = interface();
    let pages = pages::PUBLIC_PATHS.iter().chain(&pages::STAFF_PATHS).copied().chain([
        pages::choice::PATH,
        pages::SHARE_PATH,
        pages::ASSETS_PATH,
    ]);
    state.metrics.begin(interface.paths().chain(pages));
    let guarded = Guard::new(config.trust_forwarded, state.metrics.clone());
    let mut router = interface.into_router();
    for path in pages::STAFF_PATHS {
        router = router.route(path, get(async |headers: HeaderMap| pages::staff(&headers)));
    }
    router
        .route("/", get(shell::home::handle))
        .route("/adukan", get(complaint::page::file::show).post(complaint::page::file::send))
        .route("/lacak", get(complaint::page::track::handle))
        .route("/lacak/{code}", get(complaint::page::act::show).post(complaint::page::act::open))
        .route(
            "/lacak/{code}/berhenti",
            get(complaint::page::notices::ask).post(complaint::page::notices::stop),
        )
        .route(
            "/lacak/{code}/dukung",
            get(complaint::page::act::back_from).post(complaint::page::public::take),
        )
        .route(
            "/lacak/{code}/ikuti",
            get(complaint::page::act::back_from).post(complaint::page::public::follow),
        )
        .route("/ikuti/{key}", get(complaint::page::follow::show).post(complaint::page::follow::confirm))
        .route(
            "/ikuti/{key}/berhenti",
            get(complaint::page::follow::ask_stop).post(complaint::page::follow::stop),
        )
        .route(
            "/lacak/{code}/permohonan",
            get(complaint::page::act::back_from).post(journey::request_from_complaint::page::handle),
        )
        .route("/lacak/{code}/{verb}", get(complaint::page::act::back).post(complaint::page::act::act))
        .route("/lacak/{code}/berkas/{id}", get(complaint::page::act::back).post(complaint::page::act::fetch))
        .route("/rekap", get(recap::page::handle))
        .route("/informasi", get(information::page::list))
        .route("/informasi/atom.xml", get(information::feed::all))
        .route("/informasi/serta-merta/atom.xml", get(information::feed::immediate))
        .route("/sitemap.xml", get(shell::sitemap::index))
        .route(shell::sitemap::PART_PATH, get(shell::sitemap::part))
        .route("/robots.txt", get(shell::sitemap::robots))
        .route("/catalog.jsonld", get(information::whole::json_ld))
        .route("/catalog.ttl", get(information::whole::turtle))
        .route("/informasi/dikecualikan", get(information::page::excluded))
        .route("/informasi/laporan", get(request::report::page::handle))
        .route("/informasi/{id}", get(information::page::entry))
        .route("/informasi/{id}/berkas/{file}", get(information::file::download::handle))
        .route("/permohonan", get(request::page::file::show).post(journey::suggest_public::send))
        .route("/permohonan/{number}", get(request::page::act::show).post(request::page::act::open))
        .route(
            "/permohonan/{number}/keberatan",
            get(request::page::act::back).post(request::page::act::object),
        )
        .route(
            "/permohonan/{number}/berkas/{id}",
            get(request::page::act::back_from).post(request::page::act::fetch),
        )
        .route("/permohonan/{number}/surat", get(request::page::act::back).post(request::page::act::letter))
        .route("/panduan", get(shell::guide::handle))
        .route("/gaya", get(shell::gallery::handle))
        .route(pages::choice::PATH, get(pages::choice::handle))
        // Where the service worker is not there yet, nobody can keep what another app shares: the form opens without.
        .route(pages::SHARE_PATH, any(async || Redirect::to("/adukan")))
        .route(
            pages::ASSETS_PATH,
            get(async |uri: Uri, headers: HeaderMap| {
                pages::file(uri.path(), &headers).unwrap_or_else(pages::no_file)
            }),
        )
        .fallback(elsewhere)
        .with_state(state.clone())
        .layer(middleware::from_fn_with_state(guarded, guard))
        .layer(middleware::from_fn_with_state(state.clone(), failures_as_pages))
}

/// Gives browsers a page where something went wrong, the guard's own refusals included.
async fn failures_as_pages(
    State(state): State<AppState>,
    reader: Reader,
    request: Request,
    next: Next,
) -> Response {
    if !pages::failure::is_person(request.uri().path(), request.headers()) {
        return next.run(request).await;
    }
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    pages::failure::for_people(response, &method, &path, reader, &settings, today)
}

async fn stream(State(state): State<AppState>) -> Response {
    state.live.stream()
}

/// This interface's description, made when it is first asked for.
async fn openapi(headers: HeaderMap) -> Response {
    static DOCUMENT: OnceLock<(HeaderValue, Bytes)> = OnceLock::new();
    let (tag, document) = DOCUMENT.get_or_init(|| {
        let document = Bytes::from(interface().describe());
        (entity_tag(&document), document)
    });
    let json = HeaderValue::from_static("application/json");
    let ask = HeaderValue::from_static("no-cache");
    tagged(&headers, tag.clone(), (json, ask), document.clone())
}

/// Everything that is no route: other files of the pages, and addresses where there is nothing.
async fn elsewhere(State(state): State<AppState>, reader: Reader, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Error::not_found().into_response();
    }
    // A page's address with a slash too many. Only pages are looked at, so this leads nowhere else.
    let page = path.trim_end_matches('/');
    let is_case = page.strip_prefix("/lacak/").is_some_and(|code| !code.contains('/')) && page != path;
    if is_case || pages::PUBLIC_PATHS.iter().chain(&pages::STAFF_PATHS).any(|known| *known == page) {
        return Redirect::permanent(page).into_response();
    }
    let is_named_as_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    match pages::file(path, request.headers()) {
        Some(file) => file,
        None if is_named_as_file => pages::no_file(),
        None => shell::not_found::answer(&state, reader, path),
    }
}
