//! A file's bytes on their way to the table reader.

use std::io;

use sha2::{Digest, Sha256};

/// Hashes a file as it is, and passes it on with every line, also the last, ended by one line feed: so lines can be
/// counted, whatever system the file comes from.
pub(super) struct Lines<R> {
    file: R,
    hasher: Sha256,
    last: u8,
    after_return: bool,
}

impl<R> Lines<R> {
    pub(super) fn new(file: R) -> Self {
        Self { file, hasher: Sha256::new(), last: b'\n', after_return: false }
    }

    /// The hash of what was read so far.
    pub(super) fn sha256(&self) -> [u8; 32] {
        self.hasher.clone().finalize().into()
    }
}

impl<R: io::Read> io::Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.file.read(buffer)?;
            self.hasher.update(&buffer[..count]);
            if count == 0 {
                let missing = self.last != b'\n' && !buffer.is_empty();
                if missing {
                    buffer[0] = b'\n';
                    self.last = b'\n';
                }
                return Ok(usize::from(missing));
            }
            let mut kept = 0;
            for index in 0..count {
                let byte = buffer[index];
                let is_second_half = byte == b'\n' && self.after_return;
                self.after_return = byte == b'\r';
                if !is_second_half {
                    self.last = if byte == b'\r' { b'\n' } else { byte };
                    buffer[kept] = self.last;
                    kept += 1;
                }
            }
            // Nothing but the second half of a line break: going on, since zero would mean the end.
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn every_line_ends_in_one_way() {
        for piece in 1..5 {
            let mut lines = Lines::new(&b"a\r\nb\rc\n\r\n\r\rd"[..]);
            let mut text = Vec::new();
            let mut buffer = vec![0; piece];
            loop {
                match lines.read(&mut buffer).unwrap() {
                    0 => break,
                    count => text.extend(&buffer[..count]),
                }
            }
            assert_eq!(String::from_utf8(text).unwrap(), "a\nb\nc\n\n\n\nd\n", "pieces of {piece}");
            let expected: [u8; 32] = Sha256::digest(b"a\r\nb\rc\n\r\n\r\rd").into();
            assert_eq!(lines.sha256(), expected);
        }
        let mut empty = String::new();
        Lines::new(&b""[..]).read_to_string(&mut empty).unwrap();
        assert_eq!(empty, "");
    }
}
