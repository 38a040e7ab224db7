//! The Rust crate.
//!
//! | file | writes |
//! |---|---|
//! | `root` | `src/lib.rs` |
//! | `credentials` | how its constructors take credentials, and the README's section on them |
//! | `login` | in it, where an application logs its users in |
//! | `group` | `src/<group>.rs`: the methods of a resource |
//! | `operation` | in them, the request of each operation and its setters |
//! | `types`, `union` | `src/types.rs`: identifiers, enums, structs, unions |
//! | `runtime` | `src/runtime/`: the hand-written half, as it is |
//! | `manifest` | `Cargo.toml` |
//! | `readme` | `README.md` |

mod arguments;
mod credentials;
mod docs;
mod group;
mod imports;
mod login;
mod manifest;
mod notes;
mod operation;
mod readme;
mod root;
mod runtime;
mod rust_type;
mod sample;
mod source;
mod types;
mod union;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::model::Api;

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
    add("src/lib.rs", root::root(api, settings)?.finish());
    if !api.types.is_empty() {
        add("src/types.rs", types::types(api, settings)?.finish());
    }
    for group in &api.groups {
        add(
            &format!("src/{}.rs", group.module),
            group::group(api, group, settings)?.finish(),
        );
    }
    for (path, text) in runtime::files(settings) {
        add(&path, text);
    }
    Ok(())
}
