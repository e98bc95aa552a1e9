//! Many filings over a bad line: none may be lost, none doubled, and every phone must show its receipt.

use std::collections::HashSet;
use std::time::Instant;

use futures_util::future::try_join_all;

use crate::{BadLine, Phone, Receipt, Result, Server, check, photo_file, photo_with_gps};

/// How much is filed, and how.
#[derive(Clone, Copy, Debug)]
pub struct Storm {
    /// How many complaints.
    pub filings: u64,
    /// How many browsers file at the same time, one complaint after the other each.
    pub phones: u64,
    /// What makes a run the same again, as far as two programs beside each other can be.
    pub seed: u64,
}

/// Every so many filings has a photo.
const WITH_PHOTO: u64 = 3;
/// Filings between two words about how it goes.
const ROUND: u64 = 100;

impl Storm {
    /// Lets them file, looks at what has become of it, and says so.
    pub async fn run(self) -> Result<String> {
        let start = Instant::now();
        let server = Server::empty().await?;
        let line = BadLine::to(&server).await?;
        let (_folder, photo) = photo_file(&photo_with_gps()?)?;
        let mut phones = Vec::new();
        for number in 0..self.phones {
            phones.push(Phone::open(&line.address, &photo, self.seed + number).await?);
        }
        line.spoil(self.seed);
        let filing = phones.into_iter().zip(0..).map(|(phone, number)| self.file(phone, number));
        let filed: Vec<(String, Receipt)> = try_join_all(filing).await?.concat();
        check_all(&server, &filed).await?;
        let counted = line.counted();
        Ok(format!(
            "{} filings, a third with a photo, by {} browsers in {} s: {} requests, {} of them mistreated; \
             {} complaints, every receipt shown and opens its own, verify clean",
            filed.len(),
            self.phones,
            start.elapsed().as_secs(),
            counted.requests,
            counted.mistreated,
            filed.len(),
        ))
    }

    /// A phone's share: what it filed, with the receipts that it showed.
    async fn file(self, mut phone: Phone, number: u64) -> Result<Vec<(String, Receipt)>> {
        let mut filed = Vec::new();
        for turn in (number..self.filings).step_by(usize::try_from(self.phones)?) {
            let title = format!("Lampu jalan nomor {turn} padam");
            let receipt = phone.file(&title, turn % WITH_PHOTO == 0).await?;
            filed.push((title, receipt));
            if turn % ROUND == ROUND - 1 {
                eprintln!("storm: filing {} of {} has its receipt", turn + 1, self.filings);
            }
        }
        Ok(filed)
    }
}

async fn check_all(server: &Server, filed: &[(String, Receipt)]) -> Result {
    let http = server.http();
    let there = http.recap("by=stage").await?.total;
    check(there == filed.len() as u64, format!("{} filings made {there} complaints", filed.len()))?;
    let codes: HashSet<&str> = filed.iter().map(|(_, receipt)| receipt.code.as_str()).collect();
    check(codes.len() == filed.len(), "two filings share a receipt")?;
    for ((title, receipt), turn) in filed.iter().zip(0..) {
        let own = http.own_view(receipt).await?.own;
        let found = own.as_ref().map(|own| own.title.as_str());
        check(found == Some(title), format!("the receipt of {title:?}, the {turn}th, opens {found:?}"))?;
    }
    let verified = server.command(&["verify"])?.output()?;
    check(verified.status.success(), String::from_utf8_lossy(&verified.stderr))
}
