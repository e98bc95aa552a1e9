mod page;
mod report;
mod words;

pub use page::RequestTexts;
pub use report::ReportTexts;
