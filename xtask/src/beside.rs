//! The folder of a document, for what it refers to in other files. Nothing outside of it is read.

use std::path::{Path, PathBuf};

use generator::read::Beside;

/// A folder on the disk.
#[derive(Debug)]
pub(crate) struct Folder(Option<PathBuf>);

impl Folder {
    /// The folder of a document.
    pub(crate) fn of(document: &Path) -> Self {
        let folder = document.parent().filter(|_| document != Path::new("-"));
        let folder = folder.map(|folder| {
            if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            }
        });
        Self(folder.and_then(|folder| folder.canonicalize().ok()))
    }
}

impl Beside for Folder {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let Some(folder) = &self.0 else {
            return Err("is in no folder: the document is standard input".to_owned());
        };
        // What a link leads to counts, and not where it stands.
        let real = folder.join(path).canonicalize();
        let real = real.map_err(|error| format!("can't be read: {error}"))?;
        if !real.starts_with(folder) {
            return Err("is outside of the folder of the document".to_owned());
        }
        if !real.is_file() {
            return Err("is no file".to_owned());
        }
        std::fs::read(&real).map_err(|error| format!("can't be read: {error}"))
    }
}
