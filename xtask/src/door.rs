//! The one door through which files are written, or compared.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// What should be there: files by path, and folders that hold nothing else.
#[derive(Default)]
pub(crate) struct Wanted {
    pub(crate) files: BTreeMap<PathBuf, String>,
    pub(crate) folders: Vec<PathBuf>,
}

/// What differs from what is there.
#[derive(Default)]
pub(crate) struct Changes {
    /// Files that are missing.
    pub(crate) added: Vec<PathBuf>,
    /// Files with other content.
    pub(crate) changed: Vec<PathBuf>,
    /// Files that nobody makes any more.
    pub(crate) orphans: Vec<PathBuf>,
    /// How many are as they should be.
    pub(crate) same: usize,
}

impl Changes {
    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.orphans.is_empty()
    }

    /// Every file that differs, with a letter for how.
    pub(crate) fn each(&self) -> impl Iterator<Item = (char, PathBuf)> {
        let letter = |letter, paths: &'_ [PathBuf]| {
            paths
                .iter()
                .map(move |path| (path.clone(), letter))
                .collect::<Vec<_>>()
        };
        let all = [
            letter('A', &self.added),
            letter('M', &self.changed),
            letter('D', &self.orphans),
        ];
        let by_path: BTreeMap<PathBuf, char> = all.into_iter().flatten().collect();
        by_path.into_iter().map(|(path, letter)| (letter, path))
    }
}

/// Compares what is wanted with what is there.
pub(crate) fn compare(wanted: &Wanted) -> Result<Changes, String> {
    let mut changes = Changes::default();
    for (path, text) in &wanted.files {
        match std::fs::read(path) {
            Ok(bytes) if bytes == text.as_bytes() => changes.same += 1,
            Ok(_) => changes.changed.push(path.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                changes.added.push(path.clone());
            }
            Err(error) => return Err(format!("{} can't be read: {error}", path.display())),
        }
    }
    for folder in &wanted.folders {
        let mut found = BTreeSet::new();
        list(folder, &mut found)
            .map_err(|error| format!("{} can't be listed: {error}", folder.display()))?;
        changes.orphans.extend(
            found
                .into_iter()
                .filter(|path| !wanted.files.contains_key(path)),
        );
    }
    Ok(changes)
}

/// Files of a folder, without what Cargo and Git put there.
fn list(folder: &Path, found: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if name == "target" || name == "Cargo.lock" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), found)?;
        } else {
            found.insert(entry.path());
        }
    }
    Ok(())
}

/// Makes what is there what is wanted. Everything is written beside its place first, so that a
/// failure leaves every file as it was.
pub(crate) fn write(wanted: &Wanted, changes: &Changes) -> Result<(), String> {
    let mut written: Vec<(PathBuf, &Path)> = Vec::new();
    for path in changes.added.iter().chain(&changes.changed) {
        let text = &wanted.files[path];
        let beside = beside(path);
        if let Err(error) = put(&beside, text) {
            for (beside, _) in &written {
                // It is all that can be done; the first error is the one to tell.
                let _ = std::fs::remove_file(beside);
            }
            return Err(format!(
                "{} can't be written: {error}; nothing was changed",
                path.display()
            ));
        }
        written.push((beside, path));
    }
    for (beside, path) in written {
        std::fs::rename(&beside, path)
            .map_err(|error| format!("{} can't be replaced: {error}", path.display()))?;
    }
    for path in &changes.orphans {
        std::fs::remove_file(path)
            .map_err(|error| format!("{} can't be removed: {error}", path.display()))?;
        // A folder that became empty goes too; one that did not stays.
        if let Some(folder) = path.parent() {
            let _ = std::fs::remove_dir(folder);
        }
    }
    Ok(())
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.new"))
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}
