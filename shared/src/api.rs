//! Every endpoint once: its method, its path, what it takes and gives, and who may call it.
//!
//! The server builds its routes and the page its requests from these, so they cannot drift apart.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::access::{Caller, CaseAction, Duty};
use crate::account::{
    Acceptance, AccountLine, AccountLink, AccountPerson, Invitation, InvitationToken, NewInvitation,
    NewSession, SessionLine, SessionView, SignedOut, StaffView, Welcome,
};
use crate::complaint::desk::template::{NewTemplate, Template};
use crate::complaint::desk::{
    ApprovalSetting, CaseList, CaseView, DeskFigures, Draft, Erased, IdentityView, LateBoard, MessageList,
    MessagesRead, NewAnswer, NewApproval, NewArchiving, NewAssignment, NewCheck, NewDisposition, NewEntry,
    NewErasure, NewLaporId, NewMerging, NewPublication, NewReason, NewSample, NewVerification,
};
use crate::complaint::lapor::{LaporOutcome, LaporPlan, Reconciliation};
use crate::complaint::{
    ComplaintView, Filed, Filing, FollowAsked, NewFollower, NewMessage, NewRefusal, NewSupport, NewUpload,
    NewWithdrawal, Published, Rating, SimilarQuestion, UploadState,
};
use crate::evidence::EvidenceList;
use crate::information::consequence::{
    DeskConsequenceList, DeskConsequenceTest, ExcludedList, NewConsequenceDecision, NewConsequenceTest,
    NewConsideration,
};
use crate::information::{
    DeskInformation, DeskInformationList, InformationBoard, InformationEntry, InformationList,
    InformationQuestion, InformationReason, InformationSuggestion, NewInformation, RequestToPublish,
};
use crate::instance::Meta;
use crate::protection::{BreachChange, NewBreach, ProtectionBoard};
use crate::recap::{Board, Recap, WaitingList};
use crate::region::Region;
use crate::request::{
    ApplicantView, DeskRequest, DeskRequestList, FileToGive, MissingDetails, NewDecision, NewDelivery,
    NewGrant, NewNotHeld, NewObjection, NewRequest, NewRequestEntry, NewRequestRefusal, RequestAssignment,
    RequestReason, RequestReceipt, RequestReport, RequestView,
};
use crate::setup::{Setup, SetupChange};

/// The body of a command that needs no words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NoWords {}

/// The HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or commands.
    Post,
    /// Continues an upload.
    Patch,
    /// Takes back what was sent.
    Delete,
}

/// An endpoint with a JSON answer.
pub trait Endpoint {
    /// Its JSON body; `()` where it has none.
    type Request: Serialize + DeserializeOwned;
    /// Its JSON answer.
    type Response: Serialize + DeserializeOwned;
    /// Its method.
    const METHOD: Method;
    /// Its path, with `{name}` for parameters.
    const PATH: &'static str;
    /// Who may call it.
    const CALLER: Caller;
}

macro_rules! endpoints {
    ($(
        $(#[$doc:meta])*
        $name:ident: $method:ident $path:literal $request:ty => $response:ty, $caller:ident $(($what:expr))?;
    )+) => {
        $(
            $(#[$doc])*
            pub struct $name;

            impl Endpoint for $name {
                type Request = $request;
                type Response = $response;
                const METHOD: Method = Method::$method;
                const PATH: &'static str = $path;
                const CALLER: Caller = Caller::$caller $(($what))?;
            }
        )+
    };
}

endpoints! {
    /// The instance's public settings.
    GetMeta: Get "/api/v1/meta" () => Meta, Public;
    /// The regions one level below another.
    ListRegions: Get "/api/v1/regions/{code}" () => Vec<Region>, Public;
    /// Announces a file.
    StartUpload: Post "/api/v1/uploads" NewUpload => UploadState, Public;
    /// How far an upload is, to go on after a cut.
    GetUpload: Get "/api/v1/uploads/{id}" () => UploadState, Public;
    /// Takes an upload back that no complaint has: what the server holds of it is gone at once. Tells how far it was.
    DiscardUpload: Delete "/api/v1/uploads/{id}" () => UploadState, Public;
    /// Files a complaint. Needs [`IDEMPOTENCY_KEY`].
    FileComplaint: Post "/api/v1/complaints" Filing => Filed, Public;
    /// A complaint under its code.
    GetComplaint: Get "/api/v1/complaints/{code}" () => ComplaintView, PublicOrReporter;
    /// Writes to the office, or completes a postponed complaint. Takes [`IDEMPOTENCY_KEY`].
    AddMessage: Post "/api/v1/complaints/{code}/messages" NewMessage => ComplaintView, Reporter;
    /// Says that somebody has this, too, or takes that back: once per phone, of what is published.
    SupportComplaint: Post "/api/v1/complaints/{code}/support" NewSupport => ComplaintView, Public;
    /// Asks to follow what is published by mail.
    FollowComplaint: Post "/api/v1/complaints/{code}/followers" NewFollower => FollowAsked, Public;
    /// What is published nearby and says the same.
    FindSimilar: Post "/api/v1/complaints/similar" SimilarQuestion => Vec<Published>, Public;
    /// Takes the complaint back.
    Withdraw: Post "/api/v1/complaints/{code}/withdrawal" NewWithdrawal => ComplaintView, Reporter;
    /// Accepts the answer.
    AcceptAnswer: Post "/api/v1/complaints/{code}/acceptance" Rating => ComplaintView, Reporter;
    /// Refuses the answer.
    RefuseAnswer: Post "/api/v1/complaints/{code}/refusal" NewRefusal => ComplaintView, Reporter;
    /// Counts by one dimension (`by`) under a filter.
    GetRecap: Get "/api/v1/recap" () => Recap, Public;
    /// All counts of the transparency page under a filter, of one moment.
    GetBoard: Get "/api/v1/recap/board" () => Board, Public;
    /// What still waits under a filter, oldest first.
    ListWaiting: Get "/api/v1/waiting" () => WaitingList, Public;

    /// The Daftar Informasi Publik, the newest first.
    ListInformation: Get "/api/v1/information" () => InformationList, Public;
    /// Public entries that may be what somebody is about to ask for. What they write is in no address.
    SuggestInformation: Post "/api/v1/information/suggestions" InformationQuestion => Vec<InformationSuggestion>, Public;
    /// An entry of it, with what it said before.
    GetInformation: Get "/api/v1/information/{id}" () => InformationEntry, Public;
    /// The Daftar Informasi yang Dikecualikan, which is no part of that list: what is excluded by decision, without its content.
    ListExcluded: Get "/api/v1/excluded-information" () => ExcludedList, Public;

    /// Registers a request for information. Needs [`IDEMPOTENCY_KEY`]. A document of identity comes as a form with files whose part
    /// `request` is this body and whose part `document` is the file.
    FileRequest: Post "/api/v1/information-requests" NewRequest => RequestReceipt, Public;
    /// What a complaint's reporter is still to give, so that it becomes a request.
    GetMissing: Get "/api/v1/complaints/{code}/information-request" () => MissingDetails, Reporter;
    /// Gives it, which registers the request. A repeat gets the same receipt.
    GiveMissing: Post "/api/v1/complaints/{code}/information-request" NewRequest => RequestReceipt, Reporter;
    /// A request under its number, for its applicant.
    GetRequest: Get "/api/v1/information-requests/{number}" () => RequestView, Reporter;
    /// Objects to how it is answered, on a ground that is offered.
    ObjectToRequest: Post "/api/v1/information-requests/{number}/objections" NewObjection => RequestView, Reporter;

    /// Signs in; the answer sets the session's cookie.
    SignIn: Post "/api/v1/session" NewSession => StaffView, Public;
    /// Who is signed in; nobody is an answer, too.
    GetSession: Get "/api/v1/session" () => SessionView, Public;
    /// Signs out.
    SignOut: Delete "/api/v1/session" () => SignedOut, Staff;
    /// The account's sessions.
    ListSessions: Get "/api/v1/sessions" () => Vec<SessionLine>, Staff;
    /// Ends one of them; those that are left.
    RevokeSession: Delete "/api/v1/sessions/{id}" () => Vec<SessionLine>, Staff;
    /// Reads an invitation.
    ReadInvitation: Post "/api/v1/invitation" InvitationToken => Invitation, Public;
    /// Accepts it: the account gets its password and its second factor.
    AcceptInvitation: Post "/api/v1/invitation/acceptance" Acceptance => Welcome, Public;

    /// All accounts, by name.
    ListAccounts: Get "/api/v1/accounts" () => Vec<AccountLine>, Keeper(Duty::Accounts);
    /// Makes an account and the link that opens it once.
    InviteAccount: Post "/api/v1/accounts" NewInvitation => AccountLink, Keeper(Duty::Accounts);
    /// Changes who has it and what for; all as they are then. Needs [`IF_MATCH`].
    ChangeAccount: Post "/api/v1/accounts/{name}" AccountPerson => Vec<AccountLine>, Keeper(Duty::Accounts);
    /// Makes a new link: another password, another second factor; its sessions end. Brings back what was deactivated.
    ResetAccount: Post "/api/v1/accounts/{name}/reset" NoWords => AccountLink, Keeper(Duty::Accounts);
    /// Takes it away: it cannot sign in any more, its sessions end, what it did stays.
    DeactivateAccount: Post "/api/v1/accounts/{name}/deactivation" NoWords => Vec<AccountLine>, Keeper(Duty::Accounts);

    /// What the coordinator keeps for the whole instance.
    GetSetup: Get "/api/v1/desk/settings" () => Setup, Keeper(Duty::Settings);
    /// Changes one thing of it; all as it is then. Needs [`IF_MATCH`].
    ChangeSetup: Post "/api/v1/desk/settings" SetupChange => Setup, Keeper(Duty::Settings);

    /// The cases that the staff member may see, what is due first on top.
    ListCases: Get "/api/v1/desk/complaints" () => CaseList, Staff;
    /// Enters what came to an office, and gives its receipt. Needs [`IDEMPOTENCY_KEY`].
    EnterCase: Post "/api/v1/desk/complaints" NewEntry => Filed, Keeper(Duty::Entries);
    /// A case as the staff see it.
    GetCase: Get "/api/v1/desk/complaints/{code}" () => CaseView, Desk(CaseAction::See);
    /// Finds it complete and in earnest. Commands need [`IF_MATCH`].
    VerifyCase: Post "/api/v1/desk/complaints/{code}/verify" NewVerification => CaseView, Desk(CaseAction::Verify);
    /// Corrects class, sector or region.
    EditCase: Post "/api/v1/desk/complaints/{code}/edit" NewVerification => CaseView, Desk(CaseAction::Edit);
    /// Puts it into the sealed lane.
    SealCase: Post "/api/v1/desk/complaints/{code}/seal" NewReason => CaseView, Desk(CaseAction::Seal);
    /// Opens title and content to everyone.
    PublishCase: Post "/api/v1/desk/complaints/{code}/publish" NewPublication => CaseView, Desk(CaseAction::Publish);
    /// Title and content with what must not become public marked.
    DraftPublication: Get "/api/v1/desk/complaints/{code}/publication" () => Draft, Desk(CaseAction::Publish);
    /// Asks the reporter for what is missing, and waits.
    PostponeCase: Post "/api/v1/desk/complaints/{code}/postpone" NewReason => CaseView, Desk(CaseAction::Postpone);
    /// Goes on with what was postponed.
    ResumeCase: Post "/api/v1/desk/complaints/{code}/resume" NoWords => CaseView, Desk(CaseAction::Resume);
    /// Forwards it to an agency.
    DisposeCase: Post "/api/v1/desk/complaints/{code}/dispose" NewDisposition => CaseView, Desk(CaseAction::Dispose);
    /// Takes it out of every total.
    ArchiveCase: Post "/api/v1/desk/complaints/{code}/archive" NewArchiving => CaseView, Desk(CaseAction::Archive);
    /// Joins it to another one about the same thing.
    MergeCase: Post "/api/v1/desk/complaints/{code}/merge" NewMerging => CaseView, Desk(CaseAction::Merge);
    /// Asks the reporter for what a request for information needs; given, it becomes one.
    TurnIntoRequest: Post "/api/v1/desk/complaints/{code}/to-request" NewReason => CaseView, Desk(CaseAction::ToRequest);
    /// Says under which id it stands in LAPOR!.
    LinkCase: Post "/api/v1/desk/complaints/{code}/link" NewLaporId => CaseView, Desk(CaseAction::Link);
    /// Has a closed one checked by somebody outside its agency.
    SampleCase: Post "/api/v1/desk/complaints/{code}/sample" NewSample => CaseView, Desk(CaseAction::Sample);
    /// Confirms a closed one, or sends it back.
    CheckCase: Post "/api/v1/desk/complaints/{code}/check" NewCheck => CaseView, Desk(CaseAction::Check);
    /// Begins to work on it.
    AcceptCase: Post "/api/v1/desk/complaints/{code}/accept" NoWords => CaseView, Desk(CaseAction::Accept);
    /// Writes to the reporter.
    AskReporter: Post "/api/v1/desk/complaints/{code}/ask" NewReason => CaseView, Desk(CaseAction::Ask);
    /// Answers it.
    AnswerCase: Post "/api/v1/desk/complaints/{code}/answer" NewAnswer => CaseView, Desk(CaseAction::Answer);
    /// Releases an answer that waits for the responsible officer, or sends it back.
    ApproveCase: Post "/api/v1/desk/complaints/{code}/approve" NewApproval => CaseView, Desk(CaseAction::Approve);
    /// Gives it to a person within the office.
    AssignCase: Post "/api/v1/desk/complaints/{code}/assign" NewAssignment => CaseView, Desk(CaseAction::Assign);
    /// Sends it back: not the agency's business.
    ReturnCase: Post "/api/v1/desk/complaints/{code}/return" NewReason => CaseView, Desk(CaseAction::Return);
    /// Writes what only the staff read.
    NoteOnCase: Post "/api/v1/desk/complaints/{code}/note" NewReason => CaseView, Desk(CaseAction::Note);

    /// Entries of public information as whoever asks works on them.
    ListDeskInformation: Get "/api/v1/desk/information" () => DeskInformationList, Keeper(Duty::Information);
    /// What wants to be done about public entries, by agency.
    GetInformationBoard: Get "/api/v1/desk/information/board" () => InformationBoard, Keeper(Duty::Information);
    /// Writes another entry.
    AddInformation: Post "/api/v1/desk/information" NewInformation => DeskInformation, Keeper(Duty::Information);
    /// What a request was granted, as another entry.
    DraftFromRequest: Post "/api/v1/desk/information/from-request" RequestToPublish => DeskInformation, Keeper(Duty::Information);
    /// An entry with what may be done with it.
    GetDeskInformation: Get "/api/v1/desk/information/{id}" () => DeskInformation, Keeper(Duty::Information);
    /// Writes what its newest version says; where that is public, the next one begins. Commands need [`IF_MATCH`].
    WriteInformation: Post "/api/v1/desk/information/{id}/write" NewInformation => DeskInformation, Keeper(Duty::Information);
    /// Finds it complete.
    CheckInformation: Post "/api/v1/desk/information/{id}/check" NoWords => DeskInformation, Keeper(Duty::Information);
    /// Gives it back to whoever writes it.
    SendBackInformation: Post "/api/v1/desk/information/{id}/send-back" InformationReason => DeskInformation, Keeper(Duty::Information);
    /// Lets everyone read its newest version.
    PublishInformation: Post "/api/v1/desk/information/{id}/publish" NoWords => DeskInformation, Keeper(Duty::Information);
    /// Takes it back.
    WithdrawInformation: Post "/api/v1/desk/information/{id}/withdraw" InformationReason => DeskInformation, Keeper(Duty::Information);

    /// Announces a file of a draft, which is sent in pieces to [`INFORMATION_PIECE_PATH`].
    StartInformationFile: Post "/api/v1/desk/information/{id}/files" NewUpload => UploadState, Keeper(Duty::Information);
    /// How far such a file is.
    GetInformationFile: Get "/api/v1/desk/information/{id}/files/{file}" () => UploadState, Keeper(Duty::Information);
    /// Takes a file out of a draft. Versions that were public keep theirs. Needs [`IF_MATCH`].
    RemoveInformationFile: Post "/api/v1/desk/information/{id}/files/{file}/remove" NoWords => DeskInformation, Keeper(Duty::Information);

    /// Consequence tests as whoever asks works on them.
    ListConsequenceTests: Get "/api/v1/desk/consequence-tests" () => DeskConsequenceList, Keeper(Duty::Information);
    /// Proposes that something is excluded.
    AddConsequenceTest: Post "/api/v1/desk/consequence-tests" NewConsequenceTest => DeskConsequenceTest, Keeper(Duty::Information);
    /// A consequence test with what may be done with it.
    GetConsequenceTest: Get "/api/v1/desk/consequence-tests/{id}" () => DeskConsequenceTest, Keeper(Duty::Information);
    /// Writes a proposal anew. Commands need [`IF_MATCH`].
    WriteConsequenceTest: Post "/api/v1/desk/consequence-tests/{id}/write" NewConsequenceTest => DeskConsequenceTest, Keeper(Duty::Information);
    /// Notes who considered it, and what they found.
    ConsiderConsequenceTest: Post "/api/v1/desk/consequence-tests/{id}/consider" NewConsideration => DeskConsequenceTest, Keeper(Duty::Information);
    /// Gives it back to whoever proposed it.
    SendBackConsequenceTest: Post "/api/v1/desk/consequence-tests/{id}/send-back" InformationReason => DeskConsequenceTest, Keeper(Duty::Information);
    /// Fixes whether it is excluded, and until when.
    DecideConsequenceTest: Post "/api/v1/desk/consequence-tests/{id}/decide" NewConsequenceDecision => DeskConsequenceTest, Keeper(Duty::Information);
    /// Takes the proposal back.
    WithdrawConsequenceTest: Post "/api/v1/desk/consequence-tests/{id}/withdraw" InformationReason => DeskConsequenceTest, Keeper(Duty::Information);
    /// The report of a year on requests for information, for everyone (UU 14/2008, article 12).
    GetRequestReport: Get "/api/v1/information-requests/report" () => RequestReport, Public;
    /// Requests for information as whoever asks works on them, what is due first on top.
    ListDeskRequests: Get "/api/v1/desk/information-requests" () => DeskRequestList, Keeper(Duty::Requests);
    /// Enters a request that came by letter, telephone or visit; the receipt is for whoever asks. Needs [`IDEMPOTENCY_KEY`].
    EnterRequest: Post "/api/v1/desk/information-requests" NewRequestEntry => RequestReceipt, Keeper(Duty::Requests);
    /// A request with what may be done with it.
    GetDeskRequest: Get "/api/v1/desk/information-requests/{number}" () => DeskRequest, Keeper(Duty::Requests);
    /// Gives it to an agency's PPID. Commands need [`IF_MATCH`].
    AssignRequest: Post "/api/v1/desk/information-requests/{number}/assign" RequestAssignment => DeskRequest, Keeper(Duty::Requests);
    /// Takes more time, once.
    ExtendRequest: Post "/api/v1/desk/information-requests/{number}/extend" RequestReason => DeskRequest, Keeper(Duty::Requests);
    /// Tells that it is not held here, and who holds it.
    NotifyRequest: Post "/api/v1/desk/information-requests/{number}/notify" NewNotHeld => DeskRequest, Keeper(Duty::Requests);
    /// Refuses it.
    RefuseRequest: Post "/api/v1/desk/information-requests/{number}/refuse" NewRequestRefusal => DeskRequest, Keeper(Duty::Requests);
    /// Grants it, as a whole or in part.
    GrantRequest: Post "/api/v1/desk/information-requests/{number}/grant" NewGrant => DeskRequest, Keeper(Duty::Requests);
    /// Notes that what was granted reached the applicant.
    DeliverRequest: Post "/api/v1/desk/information-requests/{number}/deliver" NewDelivery => DeskRequest, Keeper(Duty::Requests);
    /// Announces a file of what is granted, which is sent in pieces to [`REQUEST_PIECE_PATH`].
    StartRequestFile: Post "/api/v1/desk/information-requests/{number}/files" NewUpload => UploadState, Keeper(Duty::Requests);
    /// How far such a file is.
    GetRequestFile: Get "/api/v1/desk/information-requests/{number}/files/{file}" () => UploadState, Keeper(Duty::Requests);
    /// Says that the applicant is given it. Needs [`IF_MATCH`].
    GiveRequestFile: Post "/api/v1/desk/information-requests/{number}/files/{file}/give" FileToGive => DeskRequest, Keeper(Duty::Requests);
    /// Takes it away again. Needs [`IF_MATCH`].
    RemoveRequestFile: Post "/api/v1/desk/information-requests/{number}/files/{file}/remove" NoWords => DeskRequest, Keeper(Duty::Requests);
    /// Decides on the objection that waits.
    DecideObjection: Post "/api/v1/desk/information-requests/{number}/decide" NewDecision => DeskRequest, Keeper(Duty::Requests);
    /// Who asks, for a reason that is recorded.
    ReadApplicant: Post "/api/v1/desk/information-requests/{number}/identity" RequestReason => ApplicantView, Keeper(Duty::Requests);

    /// What proves that public information is served well, and what is missing.
    GetEvidence: Get "/api/v1/desk/evidence" () => EvidenceList, Keeper(Duty::Evidence);

    /// What agencies did in a time, and what they have in hand.
    GetFigures: Get "/api/v1/desk/figures" () => DeskFigures, Keeper(Duty::Figures);
    /// Who complained, for a reason that the data-protection officer reads.
    ReadIdentity: Post "/api/v1/desk/complaints/{code}/identity" NewReason => IdentityView, Desk(CaseAction::Identify);
    /// Who read whose identity, how long what is kept, and breaches.
    GetProtection: Get "/api/v1/desk/privacy" () => ProtectionBoard, Keeper(Duty::Privacy);
    /// Erases a complaint that has ended, on a rightful request.
    EraseComplaint: Post "/api/v1/desk/privacy/erasures" NewErasure => Erased, Keeper(Duty::Privacy);
    /// Erases who asked for information and what they wrote, once that has ended, on a rightful request.
    EraseRequest: Post "/api/v1/desk/privacy/request-erasures" NewErasure => Erased, Keeper(Duty::Privacy);
    /// Enters a breach; all as it is then.
    AddBreach: Post "/api/v1/desk/privacy/breaches" NewBreach => ProtectionBoard, Keeper(Duty::Privacy);
    /// Changes what is known of a breach, or says that it was told. Needs [`IF_MATCH`].
    ChangeBreach: Post "/api/v1/desk/privacy/breaches/{id}" BreachChange => ProtectionBoard, Keeper(Duty::Privacy);
    /// Tries how an export of LAPOR! would be entered, or enters it.
    PlanLapor: Post "/api/v1/desk/import/lapor/{id}" LaporPlan => LaporOutcome, Keeper(Duty::Lapor);
    /// What stands only in LAPOR!, only here, or in different stages.
    GetReconciliation: Get "/api/v1/desk/reconciliation" () => Reconciliation, Keeper(Duty::Lapor);
    /// What is late, with whom.
    ListLate: Get "/api/v1/desk/late" () => LateBoard, Staff;
    /// What whoever asks is told.
    ListMessages: Get "/api/v1/desk/messages" () => MessageList, Staff;
    /// Notes that they have looked at messages.
    ReadMessages: Post "/api/v1/desk/messages" MessagesRead => MessageList, Staff;
    /// The templates of answers.
    ListTemplates: Get "/api/v1/desk/templates" () => Vec<Template>, Staff;
    /// Writes another one; all as they are then.
    AddTemplate: Post "/api/v1/desk/templates" NewTemplate => Vec<Template>, Staff;
    /// Changes one. Needs [`IF_MATCH`].
    ChangeTemplate: Post "/api/v1/desk/templates/{id}" NewTemplate => Vec<Template>, Staff;
    /// Removes one. Needs [`IF_MATCH`].
    RemoveTemplate: Delete "/api/v1/desk/templates/{id}" () => Vec<Template>, Staff;
    /// Whether answers wait for the responsible officer, of the agencies that whoever asks works for.
    ListApprovals: Get "/api/v1/desk/approvals" () => Vec<ApprovalSetting>, Staff;
    /// Sets it for one; the same list afterwards.
    SetApproval: Post "/api/v1/desk/approvals" ApprovalSetting => Vec<ApprovalSetting>, Staff;
}

/// Continues an upload: raw bytes, with [`UPLOAD_OFFSET`]; answers with [`UploadState`].
pub const UPLOAD_PATH: &str = "/api/v1/uploads/{id}";
/// Continues a file of public information: raw bytes, with [`UPLOAD_OFFSET`]; answers with [`UploadState`].
pub const INFORMATION_PIECE_PATH: &str = "/api/v1/desk/information/{id}/files/{file}";
/// Continues a file of what a request is granted: raw bytes, with [`UPLOAD_OFFSET`]; answers with [`UploadState`].
pub const REQUEST_PIECE_PATH: &str = "/api/v1/desk/information-requests/{number}/files/{file}";
/// The content of such a file, for the staff who may see it.
pub const DESK_REQUEST_FILE_PATH: &str = "/api/v1/desk/information-requests/{number}/files/{file}/content";
/// The document of identity that came with a request, for a reason that is recorded: takes a
/// [`RequestReason`](crate::request::RequestReason) and answers with its bytes.
pub const APPLICANT_FILE_PATH: &str = "/api/v1/desk/information-requests/{number}/identity/file";
/// What lies under the black of such a file, for those who may put files beside the request.
pub const DESK_REQUEST_ORIGINAL_PATH: &str =
    "/api/v1/desk/information-requests/{number}/files/{file}/original";
/// A file of what a request was granted, for its applicant.
pub const REQUEST_FILE_PATH: &str = "/api/v1/information-requests/{number}/files/{id}";
/// A complaint's file, for its reporter.
pub const FILE_PATH: &str = "/api/v1/complaints/{code}/files/{id}";
/// A photo of a published complaint, for everyone.
pub const PHOTO_PATH: &str = "/api/v1/complaints/{code}/photos/{id}";
/// The small version of such a photo.
pub const SMALL_PHOTO_PATH: &str = "/api/v1/complaints/{code}/photos/{id}/small";
/// A complaint's file, for the staff who may see the case.
pub const CASE_FILE_PATH: &str = "/api/v1/desk/complaints/{code}/files/{id}";
/// An export of LAPOR!, a table or a workbook as raw bytes; answers with [`LaporSheet`](crate::complaint::lapor::LaporSheet).
pub const LAPOR_UPLOAD_PATH: &str = "/api/v1/desk/import/lapor";
/// Bytes of the largest export.
pub const LAPOR_BYTES_MAX: usize = 10 * 1024 * 1024;
/// The figures for the staff as a table for spreadsheets that read text.
pub const FIGURES_CSV_PATH: &str = "/api/v1/desk/figures.csv";
/// The same as a workbook.
pub const FIGURES_XLSX_PATH: &str = "/api/v1/desk/figures.xlsx";
/// Every late case as a table for spreadsheets that read text.
pub const LATE_CSV_PATH: &str = "/api/v1/desk/late.csv";
/// The same as a workbook, a sheet for each agency.
pub const LATE_XLSX_PATH: &str = "/api/v1/desk/late.xlsx";
/// The requests of a year's report as a table for spreadsheets that read text.
pub const REQUEST_REPORT_CSV_PATH: &str = "/api/v1/information-requests/report.csv";
/// The report as a workbook.
pub const REQUEST_REPORT_XLSX_PATH: &str = "/api/v1/information-requests/report.xlsx";
/// The register of requests without who asked, as a table for spreadsheets that read text.
pub const REQUEST_REGISTER_CSV_PATH: &str = "/api/v1/desk/information-requests.csv";
/// The same as a workbook.
pub const REQUEST_REGISTER_XLSX_PATH: &str = "/api/v1/desk/information-requests.xlsx";
/// What proves that public information is served well, as a table for spreadsheets that read text.
pub const EVIDENCE_CSV_PATH: &str = "/api/v1/desk/evidence.csv";
/// The same as a workbook.
pub const EVIDENCE_XLSX_PATH: &str = "/api/v1/desk/evidence.xlsx";
/// Server-sent events: `event: revision`, its data the ledger's revision.
pub const STREAM_PATH: &str = "/api/v1/recap/stream";
/// The recap as a table for spreadsheets that read text.
pub const RECAP_CSV_PATH: &str = "/api/v1/recap.csv";
/// The recap as a workbook.
pub const RECAP_XLSX_PATH: &str = "/api/v1/recap.xlsx";
/// The Daftar Informasi Publik as a table for spreadsheets that read text.
pub const INFORMATION_CSV_PATH: &str = "/api/v1/information.csv";
/// The same as a workbook.
pub const INFORMATION_XLSX_PATH: &str = "/api/v1/information.xlsx";
/// The same as one document.
pub const INFORMATION_JSON_PATH: &str = "/api/v1/information.json";
/// A table of entries of public information on its way in.
pub const INFORMATION_IMPORT_PATH: &str = "/api/v1/desk/information/import";
/// The interface's description.
pub const OPENAPI_PATH: &str = "/api/v1/openapi.json";

/// Header with a UUID made by the client for one filing; a repeat gets the first answer again.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Header with the version of the case that a command rests on.
pub const IF_MATCH: &str = "if-match";
/// Header with the byte at which a piece of an upload starts.
pub const UPLOAD_OFFSET: &str = "upload-offset";
/// The scheme of the `Authorization` header that carries a reporter's or an applicant's secret.
pub const RECEIPT_SCHEME: &str = "Receipt";
/// Bytes of the largest JSON body that is read.
pub const JSON_BYTES_MAX: usize = 64 * 1024;
/// Bytes of the largest piece of an upload.
pub const PIECE_BYTES_MAX: usize = 1024 * 1024;

/// Fills a path's parameters, in order. Values are codes and ids, which need no escaping.
pub fn fill(path: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(path.len() + 16);
    let mut rest = path;
    let mut values = values.iter();
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push_str(values.next().copied().unwrap_or_default());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_filled_in_order() {
        assert_eq!(fill(FILE_PATH, &["ABC", "f1"]), "/api/v1/complaints/ABC/files/f1");
        assert_eq!(fill(GetMeta::PATH, &[]), "/api/v1/meta");
    }
}
