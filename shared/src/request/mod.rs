//! Requests for public information and objections: what an applicant asks for, the clocks of the law, and what each side sees
//! (UU 14/2008).

mod answer;
mod applicant;
mod clock;
mod decision;
mod entry;
mod form;
mod given;
mod ground;
mod life;
mod missing;
mod number;
mod profile;
mod view;

mod report;

pub use answer::{
    CheckedDelivery, CheckedNotice, NewDelivery, NewGrant, NewNotHeld, NewRequestRefusal, RequestAssignment,
    RequestReason,
};
pub use applicant::{APPLICANT_FILE_BYTES_MAX, Applicant, ApplicantKind, CheckedApplicant};
pub use clock::{NoticeGiven, ObjectionCourse, RequestCourse, RequestDeadline, RequestStep};
pub use decision::{CheckedDecision, DecisionOutcome, NewDecision, NewObjection};
pub use entry::{CheckedRequestEntry, ENTRY_REQUEST, NewRequestEntry};
pub use form::{CheckedRequest, NewRequest, Obtain, SendBy};
pub use given::{
    BLACKENED_FILE_BYTES_MAX, BLACKENED_TEXT_BYTES_MAX, FileToGive, GONE_WORD_MAX, GONE_WORDS_MAX, GivenAs,
    PASSAGES_MAX, REQUEST_FILE_BYTES_MAX, REQUEST_FILES_MAX, RequestFile,
};
pub use ground::{Ground, OfferedGround};
pub use life::{NoticeKind, RequestAction, RequestNews, RequestStage, next_request_stage};
pub use missing::MissingDetails;
pub use number::RequestNumber;
pub use profile::RequestProfile;
pub use report::{
    ObjectionCounts, PaceCount, RefusalCount, ReportDays, ReportLine, RequestOutcome, RequestReport,
    RequestTold,
};
pub use view::{
    ApplicantFile, ApplicantView, DecisionView, DeliveryView, DeskRequest, DeskRequestLine, DeskRequestList,
    ExtensionView, NoticeView, ObjectionView, RequestReceipt, RequestView,
};
