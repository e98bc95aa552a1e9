/// Says a code, a number to dial or an abbreviation sign by sign, with a breath between its groups.
pub fn spelled(code: &str) -> String {
    let groups = code.split(|sign: char| !sign.is_alphanumeric()).filter(|group| !group.is_empty());
    let signs = groups.map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" "));
    signs.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_said() {
        let check = |code: &str, expected: &str| assert_eq!(spelled(code), expected, "{code}");
        check("ABC-D3F-GH7-K", "A B C, D 3 F, G H 7, K");
        check("1708", "1 7 0 8");
        check("(0451) 42-11", "0 4 5 1, 4 2, 1 1");
        check("--", "");
        check("", "");
    }
}
