//! Which addresses may be connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks of IPv4 that are nobody's on the public internet, each with the bits that count.
const NOT_PUBLIC_4: [([u8; 4], u32); 17] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // A cloud's own wire server, at an address that looks public.
    ([168, 63, 129, 16], 32),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 31, 196, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// Networks of IPv6 within those given out that are not public, or that lead to an address of IPv4.
const NOT_PUBLIC_6: [([u16; 3], u32); 4] =
    [([0x2001, 0, 0], 23), ([0x2001, 0xdb8, 0], 32), ([0x2002, 0, 0], 16), ([0x3fff, 0, 0], 20)];

/// Whether an address is one of the public internet: not this machine, not the office's network, not a cloud's metadata, not
/// many at once.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public_4(mapped),
            None => is_public_6(address),
        },
    }
}

fn is_public_4(address: Ipv4Addr) -> bool {
    let address = u32::from(address);
    NOT_PUBLIC_4.iter().all(|(network, bits)| {
        let network = u32::from(Ipv4Addr::from(*network));
        (address ^ network) >> (32 - bits) != 0
    })
}

/// Of all of IPv6 only 2000::/3 is given out to anybody.
fn is_public_6(address: Ipv6Addr) -> bool {
    let address = u128::from(address);
    address >> 125 == 1
        && NOT_PUBLIC_6.iter().all(|([first, second, third], bits)| {
            let network = u128::from(Ipv6Addr::new(*first, *second, *third, 0, 0, 0, 0, 0));
            (address ^ network) >> (128 - bits) != 0
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_within_is_never_public() {
        let within = "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 \
            169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.168.1.1 198.19.0.1 \
            198.51.100.7 203.0.113.9 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 \
            ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 \
            2001:db8::1 2002:7f00:1:: 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1";
        for text in within.split_whitespace() {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_everyone_reaches_is_public() {
        let public = "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 103.10.20.30 126.1.1.1 \
            168.63.129.17 172.15.0.1 172.32.0.1 192.167.1.1 192.169.0.1 198.17.0.1 198.20.0.1 223.255.255.255 \
            ::ffff:8.8.8.8 2001:4860:4860::8888 2400:cb00::1 2606:4700::1111 2a00::1";
        for text in public.split_whitespace() {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }
}
