//! Takes out of a compiled bundle what only its maker needed: long names between the module and its script, and what the
//! module offers to a script that nobody wrote.
//!
//! Each function that a bundle asks of the browser has a name of some thirty letters, half of them a hash that does not
//! compress, and it stands in the module and in its script. A letter or two are enough for both.

use crate::failure::{Result, fail};

/// What the module's imports from its script are called before and after.
const SCRIPT: &str = "./";
const SHORT: &str = "b";
/// Exports of the framework for streams of bytes, which no page makes: they alone would keep their code alive.
const UNUSED: &str = "intounderlying";

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// A trimmed module and its script.
pub struct Trimmed {
    /// The module.
    pub wasm: Vec<u8>,
    /// The script.
    pub script: String,
}

/// Trims a module and the script that wasm-bindgen wrote for it.
pub fn trim(wasm: &[u8], script: &str) -> Result<Trimmed> {
    let mut renamed = Vec::new();
    let mut trimmed = wasm.get(..8).map(<[u8]>::to_vec).unwrap_or_default();
    let mut reader = Reader { bytes: wasm, at: 8 };
    while reader.at < wasm.len() {
        let start = reader.at;
        let section = reader.byte()?;
        let length = reader.number()?;
        let mut inside = Reader { bytes: reader.take(length)?, at: 0 };
        match section {
            IMPORTS => write_section(&mut trimmed, section, &imports(&mut inside, &mut renamed)?),
            EXPORTS => write_section(&mut trimmed, section, &exports(&mut inside)?),
            _ => trimmed.extend(&wasm[start..reader.at]),
        }
    }
    Ok(Trimmed { wasm: trimmed, script: rename(script, &renamed)? })
}

/// Old names by their place; the place is the new one.
fn imports(section: &mut Reader<'_>, renamed: &mut Vec<(String, String)>) -> Result<Vec<u8>> {
    let count = section.number()?;
    let mut written = number(count);
    for _ in 0..count {
        let (mut module, mut name) = (section.name()?, section.name()?);
        let start = section.at;
        section.skip_description()?;
        if module.starts_with(SCRIPT) && module.ends_with("_bg.js") {
            let place = renamed.iter().position(|(old, _)| *old == name);
            let place = place.unwrap_or_else(|| {
                renamed.push((name, short(renamed.len())));
                renamed.len() - 1
            });
            (module, name) = (SHORT.to_owned(), renamed[place].1.clone());
        }
        write_name(&mut written, &module);
        write_name(&mut written, &name);
        written.extend(&section.bytes[start..section.at]);
    }
    Ok(written)
}

fn exports(section: &mut Reader<'_>) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    let mut count = 0;
    for _ in 0..section.number()? {
        let start = section.at;
        let name = section.name()?;
        section.byte()?;
        section.number()?;
        if !name.trim_start_matches("__wbg_").starts_with(UNUSED) {
            kept.extend(&section.bytes[start..section.at]);
            count += 1;
        }
    }
    Ok([number(count), kept].concat())
}

/// The script lists what it gives to the module as `name: function`, a line each.
fn rename(script: &str, renamed: &[(String, String)]) -> Result<String> {
    let mut found = 0;
    let lines = script.lines().map(|line| {
        let key = line.trim_start();
        let indent = &line[..line.len() - key.len()];
        let Some((name, rest)) = key.split_once(": ").filter(|_| !indent.is_empty()) else {
            return line.to_owned();
        };
        let is_module = name.starts_with("\"./") && name.ends_with("_bg.js\"");
        match renamed.iter().find(|(old, _)| old == name) {
            Some((_, new)) => {
                found += 1;
                format!("{indent}{new}: {rest}")
            }
            None if is_module => format!("{indent}{SHORT}: {rest}"),
            None => line.to_owned(),
        }
    });
    let script = lines.collect::<Vec<_>>().join("\n");
    if found == renamed.len() {
        Ok(script)
    } else {
        fail(format!("the script gives {found} of the {} functions that its module asks for", renamed.len()))
    }
}

/// `a` to `z`, `A` to `Z`, `aa` and so on.
fn short(place: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[place % LETTERS.len()]);
    match place / LETTERS.len() {
        0 => last.to_string(),
        more => short(more - 1) + &last.to_string(),
    }
}

fn write_section(module: &mut Vec<u8>, section: u8, content: &[u8]) {
    module.push(section);
    module.extend(number(content.len()));
    module.extend(content);
}

fn write_name(written: &mut Vec<u8>, name: &str) {
    written.extend(number(name.len()));
    written.extend(name.as_bytes());
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let Some(byte) = self.bytes.get(self.at) else { return fail("the module ends too early") };
        self.at += 1;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        fail("a number in the module has too many bytes")
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let Some(taken) = self.bytes.get(self.at..self.at + length) else {
            return fail("the module ends too early");
        };
        self.at += length;
        Ok(taken)
    }

    fn name(&mut self) -> Result<String> {
        let length = self.number()?;
        Ok(String::from_utf8_lossy(self.take(length)?).into_owned())
    }

    /// What an import is: a function by its type, a table, a memory with its limits, a global, or a tag.
    fn skip_description(&mut self) -> Result {
        match self.byte()? {
            0 => self.number().map(|_| ()),
            1 => self.byte().and_then(|_| self.skip_limits()),
            2 => self.skip_limits(),
            3 => self.take(2).map(|_| ()),
            4 => self.byte().and_then(|_| self.number()).map(|_| ()),
            other => fail(format!("the module imports something of the unknown kind {other}")),
        }
    }

    fn skip_limits(&mut self) -> Result {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions of its script and one of another, and exports two.
    fn module() -> Vec<u8> {
        let name = |text: &str| [number(text.len()), text.as_bytes().to_vec()].concat();
        let import = |module: &str, field: &str| [name(module), name(field), vec![0, 0]].concat();
        let export = |field: &str| [name(field), vec![0, 0]].concat();
        let imports = [
            number(3),
            import("./public_bg.js", "__wbg_log_12ab"),
            import("./link.js", "load"),
            import("./public_bg.js", "__wbg_new_34cd"),
        ];
        let exports = [number(2), export("main"), export("__wbg_intounderlyingsink_free")];
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        write_section(&mut module, IMPORTS, &imports.concat());
        write_section(&mut module, EXPORTS, &exports.concat());
        module
    }

    const GLUE: &str = "    const import0 = {\n        __wbg_log_12ab: function(arg0) {\n        },\n        \
                        __wbg_new_34cd: function() {\n    };\n    return {\n        \"./public_bg.js\": import0,\n";

    #[test]
    fn names_are_the_same_short_ones_on_both_sides() {
        let Trimmed { wasm, script } = trim(&module(), GLUE).expect("it is a module");
        let text = String::from_utf8_lossy(&wasm).into_owned();
        assert!(!text.contains("__wbg_") && text.contains("./link.js") && text.contains("main"), "{text}");
        assert!(script.contains("        a: function(arg0) {"), "{script}");
        assert!(script.contains("        b: function() {"), "{script}");
        assert!(script.contains("        b: import0,"), "{script}");
        assert!(wasm.len() < module().len() - 60);
    }

    #[test]
    fn a_script_that_gives_too_little_is_refused() {
        assert!(trim(&module(), "    const import0 = {\n").is_err());
    }

    #[test]
    fn short_names_differ() {
        let names: std::collections::BTreeSet<String> = (0..3_000).map(short).collect();
        assert_eq!(names.len(), 3_000);
        assert_eq!([short(0), short(51), short(52), short(53)], ["a", "Z", "aa", "ab"]);
    }
}
