//! `cargo xtask normalize`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use generator::Input;
use generator::emit::openapi30;

use crate::beside::Folder;
use crate::generate::{Overlay, document};
use crate::regenerate::fail;
use crate::say;

/// Print the repaired API as an OpenAPI 3.0 document
#[derive(Args)]
pub(crate) struct Normalize {
    /// The document; `-` is standard input
    spec: PathBuf,
    /// An OpenAPI Overlay with what people know beside the document
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
    /// Print JSON instead of YAML
    #[arg(long)]
    json: bool,
}

impl Normalize {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let (name, bytes) = document(&self.spec)?;
        let overlay = Overlay::read(self.overlay.as_deref())?;
        let beside = Folder::of(&self.spec);
        let input = Input {
            name: &name,
            bytes: &bytes,
            overlay: overlay.as_ref().map(Overlay::input),
            lock: "",
            beside: Some(&beside),
        };
        let settled = match generator::settle(&input) {
            Ok(settled) => settled,
            Err(failure) => {
                fail(failure, &self.spec)?;
                return Ok(ExitCode::FAILURE);
            }
        };
        say::diagnostics(&settled.diagnostics, &settled.sources);
        let title = settled
            .api
            .title
            .as_ref()
            .map_or(name.as_str(), |title| &title.value);
        let text = if self.json {
            openapi30::json(&settled.api, title)
        } else {
            openapi30::yaml(&settled.api, title)
        };
        anstream::print!("{}", text.map_err(|error| error.to_string())?);
        Ok(ExitCode::SUCCESS)
    }
}
