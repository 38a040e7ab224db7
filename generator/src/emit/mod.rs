//! The Api to files: one file or folder per artefact.

pub mod client;
pub mod openapi30;
pub mod outline;
pub mod repairs;
pub mod surface;
pub mod usage;

use std::collections::BTreeMap;
use std::fmt;

use crate::model::Api;

/// What the person who makes the crate decides; it comes from `crate.toml`.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The name of the crate.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The name of the API as people say it; the document's own where it is empty.
    pub title: Option<String>,
    /// One sentence about the crate.
    pub description: Option<String>,
    /// A few paragraphs for the front page, in Markdown.
    pub introduction: Option<String>,
    /// The SPDX expression of its licence.
    pub license: Option<String>,
    /// Where its source is kept.
    pub repository: Option<String>,
    /// At most five, as the registry wants them.
    pub keywords: Vec<String>,
    /// From the registry's list.
    pub categories: Vec<String>,
    /// The document, as people know it.
    pub document: String,
    /// The command that writes the crate anew.
    pub command: String,
}

impl Settings {
    /// The crate as it is written in Rust.
    #[must_use]
    pub fn crate_ident(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The name of the API.
    #[must_use]
    pub fn title<'s>(&'s self, api: &'s Api) -> &'s str {
        let stated = api
            .title
            .as_ref()
            .map(|title| title.value.trim())
            .filter(|t| !t.is_empty());
        self.title.as_deref().or(stated).unwrap_or(&self.name)
    }
}

/// Where a file belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Root {
    /// In the crate.
    Crate,
    /// Beside the document.
    Spec,
}

/// Files in memory, by root and by path with slashes.
pub type Files = BTreeMap<(Root, String), String>;

/// One thing that is made of an [`Api`].
#[derive(Debug)]
pub struct Artefact {
    /// What it is called.
    pub name: &'static str,
    /// Makes its files.
    pub emit: fn(&Api, &Settings, &mut Files) -> Result<(), EmitError>,
}

/// Everything that is made.
pub const ARTEFACTS: &[Artefact] = &[
    client::ARTEFACT,
    repairs::ARTEFACT,
    outline::ARTEFACT,
    openapi30::ARTEFACT,
];

/// A fault of the generator itself: what it wrote is no Rust, or no YAML.
#[derive(Debug)]
pub struct EmitError {
    /// What was being written.
    pub what: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} can't be written: {}", self.what, self.message)
    }
}

impl std::error::Error for EmitError {}

/// Makes all files in memory.
///
/// # Errors
///
/// When the generator has a fault.
pub fn emit(api: &Api, settings: &Settings) -> Result<Files, EmitError> {
    let mut files = Files::new();
    for artefact in ARTEFACTS {
        (artefact.emit)(api, settings, &mut files)?;
    }
    Ok(files)
}
