//! Public information at two hundred thousand entries: searching as one types, leafing, the desk's list, whole files.

use shared::api::{Endpoint as _, SuggestInformation};
use shared::information::InformationList;

use crate::figures::Table;
use crate::http::Client;
use crate::options::Options;
use crate::server::{Data, Server};
use crate::staff::sign_in;
use crate::{Failure, ask, whole};

/// Entries that everyone reads.
const ENTRIES: u64 = 200_000;
/// Questions of each kind; enough of them for a 99th percentile.
const ROUNDS: usize = 500;
const LIST: &str = "/api/v1/information";
const DESK: &str = "/api/v1/desk/information";
const BAR: &str = "p99 30 ms";

/// Fills a database with entries, then asks for them as readers and the PPID do. `DATABASE_URL` may name an empty PostgreSQL.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let data = match &options.data {
        Some(folder) => Data::Kept(folder.clone()),
        None => Data::Passing(tempfile::tempdir()?),
    };
    let is_filled = std::fs::read_dir(data.path()).is_ok_and(|mut files| files.next().is_some());
    if !is_filled {
        let count = options.entries.unwrap_or(ENTRIES).to_string();
        data.generate(options, 0, &["--information", &count], table).await?;
    }
    let server = Server::start_on(options, data, &[]).await?;
    let mut client = sign_in(options, &server, "ppid_main").await?;
    while client.get("/readyz").await?.status != 200 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    for (what, queries) in questions(&mut client).await? {
        let figure = ask::in_turn(&mut client, &queries, options.rounds.unwrap_or(ROUNDS)).await?;
        table.row(what, figure, BAR);
    }
    let texts = [
        "Mohon salinan anggaran pemeliharaan jalan provinsi tahun 2024 menurut kabupaten",
        "rincian realisasi anggaran dan laporan kinerja puskesmas keliling tiga tahun terakhir",
        "laporan hasil pemeriksaan jembatan gantung lawalengga",
        "maklumat triwulan tidakada",
    ];
    // As it grows under somebody's fingers, word by word.
    let texts: Vec<String> = texts.iter().flat_map(|text| grown(text)).collect();
    let offered =
        ask::posted(&mut client, SuggestInformation::PATH, &texts, options.rounds.unwrap_or(ROUNDS));
    table.row("what is offered while a request is written", offered.await?, BAR);
    let seldom = ["lawalengga", "tidakada"].map(|word| format!("{DESK}?q={word}"));
    let seldom = ask::in_turn(&mut client, &seldom, 20).await?;
    table.row("the desk: `q`, found seldom or never", seldom, "");
    let board = ask::in_turn(&mut client, &[format!("{DESK}/board")], 20).await?;
    table.row("the desk: what wants to be done, by agency", board, "");
    for (what, path) in [("CSV", "/api/v1/information.csv"), ("XLSX", "/api/v1/information.xlsx")] {
        whole::measure(&server, what, path, table).await?;
    }
    Ok(())
}

async fn questions(client: &mut Client) -> Result<Vec<(&'static str, Vec<String>)>, Failure> {
    let first: InformationList = serde_json::from_slice(&client.get(LIST).await?.body)?;
    let newest = first.rows.first().ok_or("there are no entries")?.id;
    let agency = &first.rows.first().ok_or("there are no entries")?.agency;
    let rare = rare_agency(client).await?;
    let list = |query: &str| format!("{LIST}?{query}");
    let lists = |queries: &[&str]| queries.iter().map(|query| list(query)).collect::<Vec<_>>();
    let typed =
        |word: &str| (1..=word.len()).map(|end| list(&format!("q={}", &word[..end]))).collect::<Vec<_>>();
    let deep = |query: &str| {
        (1..20).map(|part| list(&format!("after={}{query}", newest * part / 20))).collect::<Vec<_>>()
    };
    let under = |filter: &str| {
        ["a", "lap", "anggaran", "desa", "laporan%20jalan", "data%20air"]
            .iter()
            .map(|words| list(&format!("q={words}&{filter}")))
            .collect::<Vec<_>>()
    };
    let desk = |queries: &[&str]| queries.iter().map(|query| format!("{DESK}?{query}")).collect::<Vec<_>>();
    Ok(vec![
        ("first page", vec![LIST.to_owned()]),
        ("pages deep in the list", deep("")),
        (
            "first page, one filter",
            lists(&[
                "category=immediate",
                "year=2015",
                "form=digital",
                "topic=air",
                &format!("agency={agency}"),
            ]),
        ),
        ("first page, a form that one in a hundred has", lists(&["form=recording"])),
        (
            "first page, a rare topic and two more filters",
            lists(&["topic=hibah&year=2015&category=any_time"]),
        ),
        (
            "first page, a common and a rare filter",
            lists(&[
                "category=regular&topic=hibah",
                "year=2015&form=recording",
                &format!("agency={rare}&category=regular"),
            ]),
        ),
        ("`q`: the first letter", lists(&["q=a", "q=b", "q=p", "q=r"])),
        ("`q`: two letters", lists(&["q=an", "q=pe", "q=re", "q=zz"])),
        ("`q`: three letters", lists(&["q=ang", "q=lap", "q=rek", "q=zzz"])),
        ("`q`: `anggaran`, letter by letter", typed("anggaran")),
        ("`q`: `rekaan`, which all hold, letter by letter", typed("rekaan")),
        ("`q`: a rare word, letter by letter", typed("lawalengga")),
        (
            "`q`: two words",
            lists(&["q=laporan%20kinerja", "q=realisasi%20anggaran", "q=peta%20desa", "q=data%20p"]),
        ),
        (
            "`q`: two words that meet seldom or never",
            lists(&["q=maklumat%20triwulan", "q=imunisasi%20tambang", "q=laporan%20tidakada"]),
        ),
        ("`q`: deep pages", deep("&q=anggaran")),
        ("`q` and a category", [under("category=regular"), under("category=immediate")].concat()),
        ("`q` and an agency", under(&format!("agency={agency}"))),
        ("`q` and a year", [under("year=2025"), under("year=2015")].concat()),
        ("`q` and a form", [under("form=digital"), under("form=recording")].concat()),
        ("`q` and a topic", under("topic=air")),
        ("`q` and a rare agency", under(&format!("agency={rare}"))),
        ("`q` and a rare topic", under("topic=hibah")),
        ("`q` and all filters", under("topic=air&year=2016&category=any_time&form=print")),
        (
            "`/informasi?q=`, the page",
            vec!["/informasi?q=anggaran".to_owned(), "/informasi?q=ang".to_owned()],
        ),
        ("the desk: first page", vec![DESK.to_owned()]),
        ("the desk: `q`, found often", desk(&["q=laporan", "q=jalan"])),
        ("the desk: what is incomplete", desk(&["need=incomplete"])),
        ("the desk: what wants renewal", desk(&["need=refresh"])),
        (
            "the desk: drafts; drafts of an agency",
            desk(&["stage=draft", &format!("stage=draft&agency={rare}")]),
        ),
    ])
}

/// Bodies that ask for what is alike, for each beginning of a text that ends with a word.
fn grown(text: &str) -> Vec<String> {
    let ends = text.match_indices(' ').map(|(end, _)| end).chain([text.len()]);
    ends.map(|end| format!("{{\"text\":\"{}\"}}", &text[..end])).collect()
}

/// The agency with the fewest entries.
async fn rare_agency(client: &mut Client) -> Result<String, Failure> {
    let board = client.get(&format!("{DESK}/board")).await?;
    let board: shared::information::InformationBoard = serde_json::from_slice(&board.body)?;
    let fewest = board.agencies.into_iter().min_by_key(|agency| agency.public);
    Ok(fewest.ok_or("no agency has entries")?.agency)
}
