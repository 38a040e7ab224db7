//! `cargo xtask regenerate --release`: the version that the changes demand, and what users are told.

use std::path::Path;

use generator::diff::release::Version;
use generator::diff::{Changes, Need, Rust, Wire, render};

use crate::config::{Spec, shown};
use crate::diff::Since;
use crate::say::{count, style};

/// The files that a release changes, with their new texts, and the version that it gets; nothing where
/// there is nothing to release, or where the version is enough already.
pub(crate) fn files(spec: &Spec, since: &Since) -> Result<Option<(Version, [String; 2])>, String> {
    let read = |text: &str| {
        Version::read(text).ok_or_else(|| format!("`{text}` is no version of a crate"))
    };
    let now = read(&spec.settings.version)?;
    let next = read(&since.version)?.next(since.changes.need());
    if since.changes.need() == Need::Nothing || now.is_at_least(&next) {
        return Ok(None);
    }
    let manifest = text(&manifest(spec))?;
    let old = format!("version = \"{}\"", spec.settings.version);
    if manifest.matches(&old).count() != 1 {
        return Err(format!(
            "{} does not hold `{old}` once; set the version to {next} by hand",
            shown(&self::manifest(spec))
        ));
    }
    let manifest = manifest.replace(&old, &format!("version = \"{next}\""));
    let section = render::changelog::changelog(&since.changes, &next.to_string());
    let before = text(&changelog(spec)).unwrap_or_else(|_| "# Changelog\n".to_owned());
    let (head, rest) = match before.find("\n## ") {
        Some(at) => before.split_at(at + 1),
        None => (before.as_str(), ""),
    };
    let log = format!("{}\n\n{section}{rest}", head.trim_end());
    Ok(Some((next, [manifest, format!("{}\n", log.trim_end())])))
}

/// Writes them.
pub(crate) fn write(spec: &Spec, [manifest, log]: &[String; 2]) -> Result<(), String> {
    for (path, text) in [(self::manifest(spec), manifest), (changelog(spec), log)] {
        std::fs::write(&path, text)
            .map_err(|error| format!("{} can't be written: {error}", shown(&path)))?;
    }
    Ok(())
}

/// One line on what is different from the base.
pub(crate) fn summary(since: &Since) -> Option<String> {
    let changes: &Changes = &since.changes;
    if changes.need() == Need::Nothing {
        return None;
    }
    let wire = changes.count(|change| change.wire == Wire::Breaks);
    let rust = changes.count(|change| change.rust == Rust::Breaks);
    let strong = style::STRONG;
    Some(format!(
        "{strong}Changed{strong:#} since HEAD: {}, {wire} of them break programs on the wire and {rust} in Rust; \
         `cargo xtask diff` tells more",
        count(changes.changes.len(), "thing")
    ))
}

fn manifest(spec: &Spec) -> std::path::PathBuf {
    spec.folder.join("crate.toml")
}

fn changelog(spec: &Spec) -> std::path::PathBuf {
    spec.folder.join("CHANGELOG.md")
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", shown(path)))
}
