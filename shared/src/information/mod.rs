//! Public information: the Daftar Informasi Publik, what an entry of it says, and the way it takes until everyone reads it
//! (UU 14/2008; PerKI 1/2021).

mod board;
mod category;
mod entry;
mod file;
mod filter;
mod granted;
mod import;
mod life;
mod view;

pub use board::{InformationBoard, InformationCounts, InformationNeed, LinkAnswer, needs_on};
pub mod consequence;

pub use category::{Category, Form};
pub use entry::{CheckedInformation, InformationReason, NewInformation};
pub use file::{INFORMATION_FILE_BYTES_MAX, INFORMATION_FILES_MAX, InformationFile};
pub use filter::{INFORMATION_SEARCH_MAX, InformationFilter};
pub use granted::RequestToPublish;
pub use import::{
    INFORMATION_TABLE_BYTES_MAX, ImportColumn, ImportLine, InformationFault, InformationImport,
};
pub use life::{InformationAction, InformationStage, next_information_stage};
pub use view::{
    DeskInformation, DeskInformationLine, DeskInformationList, InformationEntry, InformationLine,
    InformationList, InformationQuestion, InformationSuggestion, InformationVersion,
};
