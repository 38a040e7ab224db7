//! Finding the cases, and reading what they say of themselves.

use std::fs;
use std::path::{Path, PathBuf};

use generator::read::Beside;

use super::large;
use crate::root;

/// A document that shows one thing.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its folder and its name, such as `rules/path-required`.
    pub name: String,
    /// Its file name, such as `path-required.yaml`, which diagnostics show.
    pub file: String,
    /// What it shows, in words.
    pub about: String,
    /// The diagnostics and rules that it makes happen.
    pub covers: Vec<String>,
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    File(PathBuf),
    Made(fn() -> Vec<u8>),
    Text(String),
}

impl Case {
    /// A case that is made rather than kept.
    pub(super) fn made(
        name: &str,
        file: &str,
        about: &str,
        covers: &str,
        make: fn() -> Vec<u8>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            file: file.to_owned(),
            about: about.to_owned(),
            covers: names(covers),
            source: Source::Made(make),
        }
    }

    /// A document that is no case, to be treated like one.
    #[must_use]
    pub fn of(document: String) -> Self {
        Self {
            name: "example".to_owned(),
            file: "example.yaml".to_owned(),
            about: String::new(),
            covers: Vec::new(),
            source: Source::Text(document),
        }
    }

    fn read(folder: &Path, path: &Path) -> Self {
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let name = path.with_extension("");
        let name = name.strip_prefix(folder).unwrap_or(&name);
        let beside = path.with_extension("about");
        let from = if beside.is_file() { &beside } else { path };
        let text =
            String::from_utf8_lossy(&fs::read(from).expect("a case can be read")).into_owned();
        let (covers, words): (Vec<_>, Vec<_>) = text
            .lines()
            .map_while(|line| line.strip_prefix('#'))
            .map(str::trim)
            .partition(|line| line.starts_with("covers:"));
        Self {
            name: name.to_string_lossy().replace('\\', "/"),
            file,
            about: words.join(" ").trim().to_owned(),
            covers: covers
                .iter()
                .flat_map(|line| names(&line["covers:".len()..]))
                .collect(),
            source: Source::File(path.to_owned()),
        }
    }

    /// Its document.
    ///
    /// # Panics
    ///
    /// When the file is gone.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match &self.source {
            Source::File(path) => fs::read(path).expect("a case can be read"),
            Source::Made(make) => make(),
            Source::Text(text) => text.clone().into_bytes(),
        }
    }

    /// The name and the bytes of the overlay beside it (`x.overlay.yaml` or `x.overlay.json` beside
    /// `x.yaml`), where it has one.
    #[must_use]
    pub fn overlay(&self) -> Option<(String, Vec<u8>)> {
        let Source::File(path) = &self.source else {
            return None;
        };
        ["overlay.yaml", "overlay.json"].iter().find_map(|ending| {
            let path = path.with_extension(ending);
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, fs::read(&path).ok()?))
        })
    }

    /// The program beside it (`x.rs` beside `x.yaml`), which tests its client, where it has one.
    #[must_use]
    pub fn program(&self) -> Option<String> {
        match &self.source {
            Source::File(path) => fs::read_to_string(path.with_extension("rs")).ok(),
            Source::Made(_) | Source::Text(_) => None,
        }
    }

    /// Its file below the root of the repository, where it is kept in one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => path.strip_prefix(root()).ok(),
            Source::Made(_) | Source::Text(_) => None,
        }
    }

    /// Its name as that of a crate.
    #[must_use]
    pub fn crate_name(&self) -> String {
        self.name.replace('/', "-")
    }
}

/// The parts of a case in other files: `x.parts/` beside `x.yaml`.
impl Beside for Case {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let Source::File(document) = &self.source else {
            return Err("is in no folder".to_owned());
        };
        fs::read(document.with_file_name(path)).map_err(|_| "is not there".to_owned())
    }
}

/// The names in a list with commas.
fn names(list: &str) -> Vec<String> {
    list.split(',')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Every case, by name.
#[must_use]
pub fn cases() -> Vec<Case> {
    let folder = root().join("tests/cases");
    let mut paths = Vec::new();
    list(&folder, &mut paths);
    let mut cases: Vec<_> = paths.iter().map(|path| Case::read(&folder, path)).collect();
    cases.extend(large::cases());
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

/// Whether a file belongs to the case of its name, rather than being one.
fn is_beside(path: &Path) -> bool {
    let name = path.to_string_lossy();
    [".about", ".overlay.yaml", ".overlay.json", ".rs"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn list(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the cases") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            // Those are of two documents each: see tests/diff.
            if !path.ends_with("cases/diff") && path.extension().is_none_or(|it| it != "parts") {
                list(&path, found);
            }
        } else if !is_beside(&path) {
            found.push(path);
        }
    }
}
