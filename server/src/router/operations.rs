//! Endpoints whose bodies are bytes, so that their types do not say what they are.

use shared::access::{Caller, CaseAction, Duty};
use shared::api::{
    self, APPLICANT_FILE_PATH, CASE_FILE_PATH, FILE_PATH, INFORMATION_IMPORT_PATH, INFORMATION_PIECE_PATH,
    LAPOR_UPLOAD_PATH, REQUEST_FILE_PATH, REQUEST_PIECE_PATH, UPLOAD_PATH,
};
use shared::complaint::UploadState;
use shared::complaint::lapor::LaporSheet;
use shared::information::InformationImport;
use shared::request::RequestReason;

use super::describe::{Body, Operation};

pub(super) fn piece() -> Operation {
    Operation {
        method: api::Method::Patch,
        path: UPLOAD_PATH,
        caller: Caller::Public,
        request: Body::Bytes("application/octet-stream"),
        response: Body::json::<UploadState>(),
        summary: "Sends the next piece of a file",
    }
}

pub(super) fn information_piece() -> Operation {
    Operation {
        method: api::Method::Patch,
        path: INFORMATION_PIECE_PATH,
        caller: Caller::Keeper(Duty::Information),
        request: Body::Bytes("application/octet-stream"),
        response: Body::json::<UploadState>(),
        summary: "Sends the next piece of a file of public information",
    }
}

pub(super) fn request_piece() -> Operation {
    Operation {
        method: api::Method::Patch,
        path: REQUEST_PIECE_PATH,
        caller: Caller::Keeper(Duty::Requests),
        request: Body::Bytes("application/octet-stream"),
        response: Body::json::<UploadState>(),
        summary: "Sends the next piece of a file of what is granted",
    }
}

pub(super) fn desk_request_file(path: &'static str) -> Operation {
    Operation {
        method: api::Method::Get,
        path,
        caller: Caller::Keeper(Duty::Requests),
        request: Body::None,
        response: Body::Bytes("application/octet-stream"),
        summary: "Gives such a file to the staff who may see it, or what lies under its black",
    }
}

pub(super) fn applicant_file() -> Operation {
    Operation {
        method: api::Method::Post,
        path: APPLICANT_FILE_PATH,
        caller: Caller::Keeper(Duty::Requests),
        request: Body::json::<RequestReason>(),
        response: Body::Bytes("application/octet-stream"),
        summary: "The document of identity that came with a request, for a reason that is recorded",
    }
}

pub(super) fn request_file() -> Operation {
    Operation {
        method: api::Method::Get,
        path: REQUEST_FILE_PATH,
        caller: Caller::Reporter,
        request: Body::None,
        response: Body::Bytes("application/octet-stream"),
        summary: "A file of what a request was granted, for its applicant",
    }
}

pub(super) fn information_table() -> Operation {
    Operation {
        method: api::Method::Post,
        path: INFORMATION_IMPORT_PATH,
        caller: Caller::Keeper(Duty::Information),
        request: Body::Bytes("application/octet-stream"),
        response: Body::json::<InformationImport>(),
        summary: "Looks at a table of entries, or enters it",
    }
}

pub(super) fn file() -> Operation {
    Operation {
        method: api::Method::Get,
        path: FILE_PATH,
        caller: Caller::Reporter,
        request: Body::None,
        response: Body::Bytes("application/octet-stream"),
        summary: "Gives a file back to who sent it",
    }
}

pub(super) fn photo(path: &'static str, media: &'static str) -> Operation {
    Operation {
        method: api::Method::Get,
        path,
        caller: Caller::Public,
        request: Body::None,
        response: Body::Bytes(media),
        summary: "A photo of a published complaint, or its small version",
    }
}

pub(super) fn figures_file(path: &'static str, media: &'static str) -> Operation {
    Operation {
        method: api::Method::Get,
        path,
        caller: Caller::Keeper(Duty::Figures),
        request: Body::None,
        response: Body::Bytes(media),
        summary: "The figures of agencies, or what is late with them, for spreadsheets",
    }
}

pub(super) fn register_file(path: &'static str, media: &'static str) -> Operation {
    Operation {
        method: api::Method::Get,
        path,
        caller: Caller::Keeper(Duty::Requests),
        request: Body::None,
        response: Body::Bytes(media),
        summary: "The register of requests for information without who asked, for spreadsheets",
    }
}

pub(super) fn evidence_file(path: &'static str, media: &'static str) -> Operation {
    Operation {
        method: api::Method::Get,
        path,
        caller: Caller::Keeper(Duty::Evidence),
        request: Body::None,
        response: Body::Bytes(media),
        summary: "What proves that public information is served well, for spreadsheets",
    }
}

pub(super) fn lapor_export() -> Operation {
    Operation {
        method: api::Method::Post,
        path: LAPOR_UPLOAD_PATH,
        caller: Caller::Keeper(Duty::Lapor),
        request: Body::Bytes("application/octet-stream"),
        response: Body::json::<LaporSheet>(),
        summary: "Takes an export of LAPOR!, to be looked at before anything of it is entered",
    }
}

pub(super) fn case_file() -> Operation {
    Operation {
        method: api::Method::Get,
        path: CASE_FILE_PATH,
        caller: Caller::Desk(CaseAction::See),
        request: Body::None,
        response: Body::Bytes("application/octet-stream"),
        summary: "Gives a case's file to the staff who may see the case",
    }
}
