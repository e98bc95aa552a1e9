use super::*;

fn keys() -> Keys {
    Keys::load(tempfile::tempdir().unwrap().path()).unwrap()
}

fn someone() -> Identity {
    Identity { name: Some("Warga Contoh".into()), phone: Some("+628120000000".into()), email: None }
}

#[test]
fn what_is_sealed_opens_for_its_complaint_alone() {
    let keys = keys();
    let sealed = someone().close(&keys, 7);
    assert!(Identity::open(&keys, 7, &sealed) == Ok(someone()));
    assert!(Identity::open(&keys, 8, &sealed) == Err(Unopened));
    assert!(!sealed.windows(5).any(|window| window == b"Warga"));
    assert_ne!(someone().close(&keys, 7), sealed, "no nonce is used twice");
}

#[test]
fn another_key_does_not_open_it() {
    let sealed = someone().close(&keys(), 7);
    assert!(Identity::open(&keys(), 7, &sealed) == Err(Unopened));
}

#[test]
fn every_changed_byte_is_noticed() {
    let keys = keys();
    let sealed = someone().close(&keys, 7);
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(Identity::open(&keys, 7, &changed) == Err(Unopened), "byte {at}");
        assert!(Identity::open(&keys, 7, &sealed[..at]) == Err(Unopened), "cut at {at}");
    }
}

#[test]
fn what_is_sealed_for_another_purpose_is_no_identity() {
    let keys = keys();
    let sealed = crate::platform::seal::close(&keys, b"another purpose", b"{}");
    assert!(Identity::open(&keys, 7, &sealed) == Err(Unopened));
}
