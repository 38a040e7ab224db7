//! What the client costs to compile, beside clients that other generators made.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::run::Target;
use crate::config::{self, Spec, root, shown};
use crate::say::style;

/// A set of features, and how many crates may be in its tree.
struct Set {
    name: &'static str,
    features: &'static [&'static str],
    budget: Option<usize>,
}

const SETS: [Set; 4] = [
    Set {
        name: "default",
        features: &[],
        budget: Some(105),
    },
    Set {
        name: "blocking alone",
        features: &["--no-default-features", "--features", "blocking"],
        budget: Some(45),
    },
    Set {
        name: "no features",
        features: &["--no-default-features"],
        budget: Some(20),
    },
    Set {
        name: "all features",
        features: &["--all-features"],
        budget: None,
    },
];

/// Prints a line for each set of features and each peer; whether all trees are within their budgets.
pub(super) fn compile(peers: Option<&Path>) -> Result<bool, String> {
    let mut within = true;
    anstream::println!(
        "\nTo compile, in seconds: everything from nothing, then the crate alone.\n\n{:28}{:>7}   {:>8} {:>7} {:>7}",
        "",
        "crates",
        "all",
        "build",
        "check"
    );
    for spec in config::specs()? {
        let manifest = apart(&spec)?;
        for set in &SETS {
            // With peers, what they are compared with is the default.
            if peers.is_some() && set.name != "default" {
                continue;
            }
            let target = Target {
                manifest: &manifest,
                features: set.features,
            };
            let name = format!("{}, {}", spec.settings.name, set.name);
            within &= line(&name, &spec.settings.name, target, set.budget)?;
        }
    }
    for manifest in peers.map(manifests).transpose()?.unwrap_or_default() {
        let target = Target {
            manifest: &manifest,
            features: &[],
        };
        let package = package(&manifest)?;
        let folder = manifest
            .parent()
            .and_then(Path::file_name)
            .unwrap_or_default();
        line(&folder.to_string_lossy(), &package, target, None)?;
    }
    Ok(within)
}

/// A copy of a crate outside of the workspace, whose profiles are not those of an application.
fn apart(spec: &Spec) -> Result<PathBuf, String> {
    let folder = root().join("target/bench/crate").join(&spec.settings.name);
    copy(&spec.output, &folder)
        .and_then(|()| std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")))
        .and_then(|_| {
            let manifest = folder.join("Cargo.toml");
            let text = std::fs::read_to_string(&manifest)?;
            std::fs::write(&manifest, format!("{text}\n[workspace]\n"))?;
            Ok(manifest)
        })
        .map_err(|error| format!("{} can't be copied: {error}", shown(&spec.output)))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn line(
    name: &str,
    package: &str,
    target: Target<'_>,
    budget: Option<usize>,
) -> Result<bool, String> {
    let crates = target.crates()?;
    let folder = root()
        .join("target/bench")
        .join(name.replace([' ', ','], "-"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|error| format!("{} can't be emptied: {error}", shown(&folder)))?;
    }
    let all = target.time("build", &folder)?;
    let alone = |word: &str| -> Result<Duration, String> {
        target.time(word, &folder)?;
        target.forget(package, &folder)?;
        target.time(word, &folder)
    };
    let (build, check) = (alone("build")?, alone("check")?);
    let within = budget.is_none_or(|budget| crates <= budget);
    let (good, bad) = (style::GOOD, style::BAD);
    let mark = match budget {
        None => String::new(),
        Some(budget) if within => format!("   {good}at most {budget}{good:#}"),
        Some(budget) => format!("   {bad}more than {budget}{bad:#}"),
    };
    anstream::println!(
        "{name:28}{crates:>7}   {:>8.1} {:>7.2} {:>7.2}{mark}",
        all.as_secs_f64(),
        build.as_secs_f64(),
        check.as_secs_f64()
    );
    Ok(within)
}

/// The manifests of the crates in a folder.
fn manifests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("{} can't be listed: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path().join("Cargo.toml")))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    if found.is_empty() {
        return Err(format!(
            "{} holds no crate: make a folder with a Cargo.toml for each",
            folder.display()
        ));
    }
    Ok(found)
}

/// The name of the package of a manifest.
fn package(manifest: &Path) -> Result<String, String> {
    let text = std::fs::read_to_string(manifest)
        .map_err(|error| format!("{} can't be read: {error}", manifest.display()))?;
    let table: toml::Table = toml::from_str(&text)
        .map_err(|error| format!("{} is not right:\n{error}", manifest.display()))?;
    let name = table
        .get("package")
        .and_then(|package| package.get("name")?.as_str());
    name.map(str::to_owned)
        .ok_or_else(|| format!("{} names no package", manifest.display()))
}
