//! `specs/*/crate.toml`: what a person decides about a crate.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use generator::emit::Settings;
use serde::Deserialize;

/// A crate to make, with its paths made absolute.
pub(crate) struct Spec {
    /// The folder of `crate.toml`.
    pub(crate) folder: PathBuf,
    /// The document.
    pub(crate) document: PathBuf,
    /// Where the crate goes.
    pub(crate) output: PathBuf,
    /// Files that are copied into the crate.
    pub(crate) include: Vec<PathBuf>,
    /// What the generator needs to know.
    pub(crate) settings: Settings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    document: PathBuf,
    output: PathBuf,
    #[serde(default)]
    include: Vec<PathBuf>,
    package: Package,
    #[serde(default)]
    api: Api,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    description: Option<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    categories: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Api {
    title: Option<String>,
    introduction: Option<String>,
}

/// The repository that was asked for.
static ROOT: OnceLock<PathBuf> = OnceLock::new();

/// Works in another repository than the one that this program was built in.
pub(crate) fn work_in(root: &Path) -> Result<(), String> {
    let root = root
        .canonicalize()
        .map_err(|error| format!("{} can't be opened: {error}", root.display()))?;
    ROOT.get_or_init(|| root);
    Ok(())
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    ROOT.get_or_init(|| {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        manifest.parent().unwrap_or(manifest).to_owned()
    })
}

/// A path as people type it, from the root of the repository or from where they stand.
pub(crate) fn shown(path: &Path) -> String {
    let near = path.strip_prefix(root()).unwrap_or(path);
    near.to_string_lossy().replace('\\', "/")
}

/// Every crate that `specs/` describes, by name of the folder.
pub(crate) fn specs() -> Result<Vec<Spec>, String> {
    let folder = root().join("specs");
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| format!("{} can't be listed: {error}", shown(&folder)))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path().join("crate.toml")))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    if found.is_empty() {
        return Err("there is no specs/*/crate.toml; make one beside a document".to_owned());
    }
    found.iter().map(|path| spec(path)).collect()
}

/// The version that the text of a `crate.toml` names.
pub(crate) fn version(text: &str) -> Option<String> {
    let file: File = toml::from_str(text).ok()?;
    Some(file.package.version)
}

fn spec(path: &Path) -> Result<Spec, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("{} can't be read: {error}", shown(path)))?;
    let file: File =
        toml::from_str(&text).map_err(|error| format!("{} is not right:\n{error}", shown(path)))?;
    let folder = path.parent().unwrap_or(path).to_owned();
    let document = normal(&folder.join(&file.document));
    let output = normal(&folder.join(&file.output));
    if !output.starts_with(root()) || output == root() || folder.starts_with(&output) {
        return Err(format!(
            "{}: `output = \"{}\"` is not a folder of its own inside the repository",
            shown(path),
            file.output.display()
        ));
    }
    if !crate::generate::is_crate_name(&file.package.name) {
        return Err(format!(
            "{}: `{}` is no name of a crate",
            shown(path),
            file.package.name
        ));
    }
    Ok(Spec {
        include: file
            .include
            .iter()
            .map(|include| normal(&folder.join(include)))
            .collect(),
        settings: Settings {
            name: file.package.name,
            version: file.package.version,
            title: file.api.title,
            description: file.package.description,
            introduction: file.api.introduction,
            license: file.package.license,
            repository: file.package.repository,
            keywords: file.package.keywords,
            categories: file.package.categories,
            document: shown(&document),
            command: "cargo xtask regenerate".to_owned(),
        },
        folder,
        document,
        output,
    })
}

/// The path without `.` and `..`, as far as that can be told without looking.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}
