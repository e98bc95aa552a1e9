mod page;
mod words;

pub use page::RequestTexts;
