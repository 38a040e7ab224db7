//! The Rust crate.
//!
//! | file | writes |
//! |---|---|
//! | `root` | `src/lib.rs` |
//! | `credentials` | how its constructors take credentials, and the README's section on them |
//! | `schemes` | which credentials go with which call, where there are several schemes |
//! | `login` | where an application logs its users in |
//! | `group` | `src/<group>.rs`: the methods of a resource |
//! | `operation` | in them, the request of each operation and its setters |
//! | `type_files` | `src/types.rs` and, where there are many types, `src/types/<group>.rs` |
//! | `types`, `union` | in them, identifiers, enums, structs, unions |
//! | `parts` | which types live with one group, and groups as features |
//! | `runtime` | `src/runtime/`: the hand-written half, as it is |
//! | `manifest` | `Cargo.toml` |
//! | `readme` | `README.md` |

mod arguments;
mod credentials;
mod docs;
mod group;
mod imports;
mod lead;
mod login;
mod manifest;
mod notes;
mod object;
mod operation;
mod parts;
mod prose;
mod readme;
mod reply;
mod root;
mod runtime;
mod rust_type;
mod sample;
mod schemes;
mod source;
mod type_files;
mod types;
mod union;
mod values;
mod write;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::model::{Api, Group, Named, Operation};

pub(super) const ARTEFACT: Artefact = Artefact {
    name: "client",
    emit,
};

fn emit(api: &Api, settings: &Settings, files: &mut Files) -> Result<(), EmitError> {
    let mut add = |path: &str, text: String| {
        files.insert((Root::Crate, path.to_owned()), text);
    };
    add("Cargo.toml", manifest::manifest(api, settings));
    add("README.md", readme::readme(api, settings));
    // The formatter of the generator decides, not that of whoever runs `cargo fmt`.
    add("rustfmt.toml", "disable_all_formatting = true\n".to_owned());
    for (path, text) in modules(api, settings, &All)? {
        add(&path, text);
    }
    for (path, text) in runtime::files(settings) {
        add(&path, text);
    }
    Ok(())
}

/// Whether each group is a feature.
pub(super) fn has_features(api: &Api) -> bool {
    !parts::features(api).is_empty()
}

/// Which parts of a client are written.
pub(super) trait Choice {
    fn has_type(&self, named: &Named) -> bool;
    fn has_operation(&self, group: &Group, operation: &Operation) -> bool;
}

/// All of it.
pub(super) struct All;

impl Choice for All {
    fn has_type(&self, _: &Named) -> bool {
        true
    }

    fn has_operation(&self, _: &Group, _: &Operation) -> bool {
        true
    }
}

/// The files that are not alike in every client, with the parts that are chosen.
pub(super) fn modules(
    api: &Api,
    settings: &Settings,
    choice: &dyn Choice,
) -> Result<Vec<(String, String)>, EmitError> {
    let root = root::root(api, settings)?.finish();
    let mut files = vec![("src/lib.rs".to_owned(), root)];
    if !api.types.is_empty() {
        files.extend(type_files::files(api, settings, choice)?);
    }
    let road = group::shared(api.operations()).len();
    for group in &api.groups {
        let text = group::group(api, group, road, settings, choice)?.finish();
        files.push((format!("src/{}.rs", group.module), text));
    }
    Ok(files)
}
