use pdf_extract::{Document, Object, PlainTextOutput, Stream, output_doc_page};

use super::Unread;
use super::letters::Letters;
use super::limits::{check_bytes, check_page, find as position};

/// Pages of the longest document that is looked through.
const PAGES_MAX: usize = 2_000;
/// Objects within objects.
const DEPTH_MAX: usize = 64;

/// Where a word still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// On a page, counted from 1.
    OnPage(u32),
    /// In the title, a note, a bookmark, a field, or in what is no longer drawn.
    Beside,
}

impl Still {
    /// The page; 0 beside all of them.
    pub fn page(self) -> u32 {
        match self {
            Self::OnPage(page) => page,
            Self::Beside => 0,
        }
    }
}

/// What was found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether any page has a layer of text. Without one there is nothing to look through but pixels.
    pub has_text: bool,
    /// The place of each word that is still there among those that were looked for, and the first place in the document.
    pub still: Vec<(usize, Still)>,
}

/// Looks through all that a document says.
pub(super) fn find(bytes: &[u8], words: &[String]) -> Result<Found, Unread> {
    check_bytes(bytes)?;
    let document = Document::load_mem(bytes).map_err(|_| Unread::Broken)?;
    if document.is_encrypted() {
        return Err(Unread::Encrypted);
    }
    if document.objects.values().any(holds_a_file) {
        return Err(Unread::Attachments);
    }
    let mut search = Search::new(words);
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Unread::Broken);
    }
    if pages.len() > PAGES_MAX {
        return Err(Unread::TooLarge);
    }
    for (number, id) in pages {
        let page = document.get_dictionary(id).map_err(|_| Unread::Broken)?;
        check_page(&document, page)?;
        let mut text = String::new();
        // A page that cannot be read might say anything.
        output_doc_page(&document, &mut PlainTextOutput::new(&mut text), number)
            .map_err(|_| Unread::Broken)?;
        search.look(&text, Still::OnPage(number));
    }
    let has_text = search.has_text;
    for object in document.objects.values() {
        beside(object, &mut search, 0);
    }
    Ok(Found { has_text, still: search.still() })
}

struct Search {
    words: Vec<(Letters, Option<Still>)>,
    has_text: bool,
}

impl Search {
    fn new(words: &[String]) -> Self {
        Self { words: words.iter().map(|word| (Letters::of(word), None)).collect(), has_text: false }
    }

    fn look(&mut self, text: &str, place: Still) {
        let text = Letters::of(text);
        self.has_text |= !text.is_empty();
        for (word, still) in &mut self.words {
            if still.is_none() && text.hold(word) {
                *still = Some(place);
            }
        }
    }

    /// The same for letters that may be anything: short words would be found by chance.
    fn look_roughly(&mut self, text: &str) {
        let text = Letters::of(text);
        for (word, still) in &mut self.words {
            if still.is_none() && word.is_long() && text.hold(word) {
                *still = Some(Still::Beside);
            }
        }
    }

    fn still(&self) -> Vec<(usize, Still)> {
        let all = self.words.iter().enumerate();
        all.filter_map(|(place, (_, still))| Some((place, (*still)?))).collect()
    }
}

/// Looks through what stands beside the pages: every text of every object, and what streams draw that no page shows.
fn beside(object: &Object, search: &mut Search, depth: usize) {
    if depth > DEPTH_MAX {
        return;
    }
    match object {
        Object::String(bytes, _) => search.look(&text_of(bytes), Still::Beside),
        Object::Array(all) => all.iter().for_each(|one| beside(one, search, depth + 1)),
        Object::Dictionary(all) => all.iter().for_each(|(_, one)| beside(one, search, depth + 1)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, one)| beside(one, search, depth + 1));
            drawn(stream, search);
        }
        _ => {}
    }
}

fn drawn(stream: &Stream, search: &mut Search) {
    let is =
        |key: &[u8], name: &[u8]| stream.dict.get(key).and_then(Object::as_name).is_ok_and(|is| is == name);
    if is(b"Subtype", b"Image") {
        return;
    }
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    if is(b"Type", b"Metadata") {
        search.look(&String::from_utf8_lossy(&content), Still::Beside);
    } else if position(&content, b"Tj").or_else(|| position(&content, b"TJ")).is_some() {
        search.look_roughly(&within_brackets(&content));
    }
}

/// The texts of drawing commands one after the other, as far as they are plain letters.
fn within_brackets(content: &[u8]) -> String {
    let (mut text, mut depth, mut is_escaped) = (String::new(), 0u32, false);
    for byte in content {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if depth > 0 => is_escaped = true,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => text.push(char::from(*byte)),
            _ => {}
        }
    }
    text
}

/// A text of an object: UTF-16 or UTF-8 where it says so, else a letter for each byte.
fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Whether an object names a file within the document.
fn holds_a_file(object: &Object) -> bool {
    let names = |all: &pdf_extract::Dictionary| {
        all.has(b"EF") || all.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"EmbeddedFile")
    };
    match object {
        Object::Dictionary(all) => names(all) || all.iter().any(|(_, one)| holds_a_file(one)),
        Object::Stream(stream) => names(&stream.dict),
        Object::Array(all) => all.iter().any(holds_a_file),
        _ => false,
    }
}
