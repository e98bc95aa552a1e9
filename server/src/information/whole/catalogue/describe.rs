//! Statements about the catalogue, what it holds, the files of that, and the agencies that hold it.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{IriParseError, Literal, NamedNode, NamedNodeRef, Term, Triple};
use shared::calendar::Day;
use shared::information::{InformationFile, InformationVersion};
use shared::lang::Lang;

use super::super::column::agency;
use crate::information::store::Listed;
use crate::platform::settings::Settings;

/// Texts of entries are in this language, whoever reads.
const WRITTEN_IN: Lang = Lang::Id;
/// That language, as the Library of Congress names those of ISO 639-1, which DCAT asks for.
const INDONESIAN: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://id.loc.gov/vocabulary/iso639-1/id");
/// What is registered at IANA stands below this.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

macro_rules! names {
    ($($name:ident = $vocabulary:literal $word:literal;)*) => {
        $(const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($vocabulary, $word));)*
    };
}

names! {
    CATALOG = "http://www.w3.org/ns/dcat#" "Catalog";
    DATASET = "http://www.w3.org/ns/dcat#" "Dataset";
    DISTRIBUTION = "http://www.w3.org/ns/dcat#" "Distribution";
    HAS_DATASET = "http://www.w3.org/ns/dcat#" "dataset";
    HAS_DISTRIBUTION = "http://www.w3.org/ns/dcat#" "distribution";
    KEYWORD = "http://www.w3.org/ns/dcat#" "keyword";
    LANDING_PAGE = "http://www.w3.org/ns/dcat#" "landingPage";
    VERSION = "http://www.w3.org/ns/dcat#" "version";
    ACCESS = "http://www.w3.org/ns/dcat#" "accessURL";
    DOWNLOAD = "http://www.w3.org/ns/dcat#" "downloadURL";
    MEDIA_TYPE = "http://www.w3.org/ns/dcat#" "mediaType";
    BYTES = "http://www.w3.org/ns/dcat#" "byteSize";
    TITLE = "http://purl.org/dc/terms/" "title";
    DESCRIPTION = "http://purl.org/dc/terms/" "description";
    IDENTIFIER = "http://purl.org/dc/terms/" "identifier";
    PUBLISHER = "http://purl.org/dc/terms/" "publisher";
    LANGUAGE = "http://purl.org/dc/terms/" "language";
    CREATED = "http://purl.org/dc/terms/" "created";
    ISSUED = "http://purl.org/dc/terms/" "issued";
    SUBJECT = "http://purl.org/dc/terms/" "subject";
    AGENT = "http://xmlns.com/foaf/0.1/" "Agent";
    NAME = "http://xmlns.com/foaf/0.1/" "name";
    HOMEPAGE = "http://xmlns.com/foaf/0.1/" "homepage";
    HAS_CHECKSUM = "http://spdx.org/rdf/terms#" "checksum";
    CHECKSUM = "http://spdx.org/rdf/terms#" "Checksum";
    ALGORITHM = "http://spdx.org/rdf/terms#" "algorithm";
    SHA_256 = "http://spdx.org/rdf/terms#" "checksumAlgorithm_sha256";
    CHECKSUM_VALUE = "http://spdx.org/rdf/terms#" "checksumValue";
}

/// Makes statements, those about an agency once.
pub(super) struct Describer {
    settings: Arc<Settings>,
    lang: Lang,
    /// The address of the list's page.
    page: NamedNode,
    catalogue: NamedNode,
    /// Agencies that were told of.
    told: BTreeSet<String>,
}

impl Describer {
    /// For a site's address. It is one that whoever asks has given: it may be none.
    pub(super) fn new(settings: Arc<Settings>, lang: Lang, origin: &str) -> Result<Self, IriParseError> {
        let page = NamedNode::new(format!("{origin}/informasi"))?;
        let catalogue = NamedNode::new(format!("{}#catalog", page.as_str()))?;
        Ok(Self { settings, lang, page, catalogue, told: BTreeSet::new() })
    }

    /// The catalogue itself.
    pub(super) fn catalogue(&self) -> Vec<Triple> {
        let about = About(&self.catalogue);
        let publisher = NamedNode::new_unchecked(format!("{}#publisher", self.page.as_str()));
        let office = About(&publisher);
        let texts = self.lang.information();
        let name = format!("{} – {}", texts.title, self.settings.instance.name);
        vec![
            about.says(rdf::TYPE, CATALOG),
            about.says(TITLE, text(&name, self.lang)),
            about.says(DESCRIPTION, text(texts.lead, self.lang)),
            about.says(LANGUAGE, INDONESIAN),
            about.says(HOMEPAGE, self.page.clone()),
            about.says(PUBLISHER, publisher.clone()),
            office.says(rdf::TYPE, AGENT),
            office.says(NAME, text(&self.settings.instance.office, WRITTEN_IN)),
        ]
    }

    /// An entry, which is a dataset of the catalogue.
    pub(super) fn dataset(
        &mut self,
        listed: &Listed,
        statements: &mut Vec<Triple>,
    ) -> Result<(), IriParseError> {
        let Listed { id, version } = listed;
        let page = NamedNode::new(format!("{}/{id}", self.page.as_str()))?;
        let dataset = NamedNode::new(format!("{}#dataset", page.as_str()))?;
        let holder = self.holder(version, statements)?;
        let about = About(&dataset);
        let category = format!("{}?category={}", self.page.as_str(), version.category);
        statements.extend([
            About(&self.catalogue).says(HAS_DATASET, dataset.clone()),
            about.says(rdf::TYPE, DATASET),
            about.says(TITLE, text(&version.title, WRITTEN_IN)),
            about.says(DESCRIPTION, text(&version.summary, WRITTEN_IN)),
            about.says(IDENTIFIER, Literal::new_simple_literal(id.to_string())),
            about.says(PUBLISHER, holder),
            about.says(CREATED, date(version.made_on)),
            about.says(SUBJECT, NamedNode::new(category)?),
            about.says(VERSION, Literal::new_simple_literal(version.number.to_string())),
            about.says(LANDING_PAGE, page.clone()),
        ]);
        statements.extend(version.published_on.map(|day| about.says(ISSUED, date(day))));
        statements.extend(version.topic.as_ref().map(|topic| about.says(KEYWORD, text(topic, WRITTEN_IN))));
        for file in &version.files {
            let distribution = NamedNode::new(format!("{}/berkas/{}", page.as_str(), file.id))?;
            statements.push(about.says(HAS_DISTRIBUTION, distribution.clone()));
            statements.extend(of_file(&page, &distribution, file)?);
        }
        // What stands elsewhere has an address of somebody's; one that is none here is left out.
        if let Some(link) = version.link.as_ref().and_then(|link| NamedNode::new(link).ok()) {
            let distribution = NamedNode::new(format!("{}#elsewhere", page.as_str()))?;
            statements.push(about.says(HAS_DISTRIBUTION, distribution.clone()));
            let elsewhere = About(&distribution);
            statements.extend([elsewhere.says(rdf::TYPE, DISTRIBUTION), elsewhere.says(ACCESS, link)]);
        }
        Ok(())
    }

    /// The agency that holds it.
    fn holder(
        &mut self,
        version: &InformationVersion,
        statements: &mut Vec<Triple>,
    ) -> Result<NamedNode, IriParseError> {
        let holder = NamedNode::new(format!("{}?agency={}#agency", self.page.as_str(), version.agency))?;
        if self.told.insert(version.agency.clone()) {
            let about = About(&holder);
            let name = text(agency(&self.settings, WRITTEN_IN, version), WRITTEN_IN);
            statements.extend([about.says(rdf::TYPE, AGENT), about.says(NAME, name)]);
        }
        Ok(holder)
    }
}

fn of_file(
    page: &NamedNode,
    distribution: &NamedNode,
    file: &InformationFile,
) -> Result<Vec<Triple>, IriParseError> {
    let about = About(distribution);
    let checksum = NamedNode::new(format!("{}#sha256", distribution.as_str()))?;
    let fingerprint = About(&checksum);
    // Parameters, like a character set, are no part of a registered type's name.
    let kind = file.media_type.split(';').next().unwrap_or_default().trim();
    let size = Literal::new_typed_literal(file.size.to_string(), xsd::NON_NEGATIVE_INTEGER);
    Ok(vec![
        about.says(rdf::TYPE, DISTRIBUTION),
        about.says(TITLE, text(&file.name, WRITTEN_IN)),
        about.says(ACCESS, page.clone()),
        about.says(DOWNLOAD, distribution.clone()),
        about.says(MEDIA_TYPE, NamedNode::new([MEDIA_TYPES, kind].concat())?),
        about.says(BYTES, size),
        about.says(HAS_CHECKSUM, checksum.clone()),
        fingerprint.says(rdf::TYPE, CHECKSUM),
        fingerprint.says(ALGORITHM, SHA_256),
        fingerprint.says(CHECKSUM_VALUE, Literal::new_typed_literal(&*file.sha256, xsd::HEX_BINARY)),
    ])
}

/// What statements are about.
struct About<'a>(&'a NamedNode);

impl About<'_> {
    fn says(&self, property: NamedNodeRef<'static>, what: impl Into<Term>) -> Triple {
        Triple::new(self.0.clone(), property, what)
    }
}

fn text(text: &str, lang: Lang) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, lang.tag())
}

fn date(day: Day) -> Literal {
    Literal::new_typed_literal(day.to_string(), xsd::DATE)
}
