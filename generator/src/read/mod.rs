//! Bytes to [`Tree`]: what the file says, with everything in it that later stages may want to
//! complain about.
//!
//! YAML is read from the events of `granit-parser`, without recursion; JSON through `serde_json`,
//! which is several times as fast. Both fill the same tree.

pub mod codes;
mod decode;
pub(crate) mod files;
mod json;
mod limits;
mod part;
mod place;
mod repeated;
pub mod tree;
mod view;
mod yaml;

pub use files::Beside;
pub use limits::Limits;
pub use tree::{NodeId, Site, Tree};
pub use view::NodeRef;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Sources};
use codes::{EMPTY_DOCUMENT, NOT_A_MAPPING};

/// Reads a document and adds its text to the sources under `name`. The result is a mapping, with
/// what should be said about it; where there is none, the diagnostics say why.
///
/// # Errors
///
/// With a text that is too large, not UTF-8, neither YAML nor JSON, empty, or not a mapping; with
/// a second document; with nesting or aliases beyond the limits.
pub fn read(
    sources: &mut Sources,
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(Tree, Vec<Diagnostic>), Vec<Diagnostic>> {
    let source = decode::decode(sources, name, bytes, limits).map_err(|fault| vec![fault])?;
    let tree = parse(sources, source, limits).map_err(|fault| vec![fault])?;
    if let Some(fault) = not_an_api_document(&tree, sources) {
        return Err(vec![fault]);
    }
    let diagnostics = repeated::report(&tree, sources);
    Ok((tree, diagnostics))
}

/// JSON is tried where the text begins like it. What is not JSON may still be YAML, which has
/// comments and allows a comma after the last item. What is neither was meant as JSON, unless the
/// other parser understood more lines of it.
fn parse(sources: &Sources, source: SourceId, limits: &Limits) -> Result<Tree, Diagnostic> {
    let text = sources.get(source).text.trim_start();
    let is_comment = |line: &str| {
        let line = line.trim_start();
        line.starts_with("//") || line.starts_with("/*")
    };
    if !text.starts_with(['{', '[']) && !is_comment(text) {
        return yaml::read(sources, source, limits);
    }
    let as_json = match json::read(sources, source, limits) {
        Ok(tree) => return Ok(tree),
        Err(diagnostic) if diagnostic.code != &codes::NOT_JSON => return Err(diagnostic),
        Err(diagnostic) => diagnostic,
    };
    // For YAML they would be a part of the next key.
    if text.lines().any(is_comment) {
        return Err(as_json.help("JSON has no comments: remove them"));
    }
    let line = |diagnostic: &Diagnostic| {
        let (span, _) = diagnostic.labels.first()?;
        Some(sources.get(span.source).line_column(span.range.start).0)
    };
    yaml::read(sources, source, limits).map_err(|as_yaml| {
        if line(&as_yaml) > line(&as_json) {
            as_yaml
        } else {
            as_json
        }
    })
}

fn not_an_api_document(tree: &Tree, sources: &Sources) -> Option<Diagnostic> {
    let root = tree.view(tree.root());
    let span = tree.span(sources, &root.site());
    if root.is_map() {
        None
    } else if root.is_null() {
        let message = "the document is empty";
        let help = "check that the file is the API document and was written completely";
        Some(
            Diagnostic::new(&EMPTY_DOCUMENT, message)
                .at(span, "nothing stands here")
                .help(help),
        )
    } else {
        let found = root.kind_name();
        let message = format!("the document is {found}, not a mapping");
        let text = root.as_str().unwrap_or_default();
        let begins = |with: &[&str]| with.iter().any(|one| text.starts_with(one));
        let help = match text {
            _ if begins(&["<"]) => {
                "this is a page, and no API document: look for a link to the document in it"
            }
            _ if begins(&["var ", "let ", "const ", "window.", "module.", "export "]) => {
                "this is a program: keep what stands between the outermost braces"
            }
            _ if text.contains("swagger") || text.contains("openapi") => {
                "this is a document written as one text: save what the text says"
            }
            _ => "an API document begins with keys such as `swagger`, `info` and `paths`",
        };
        Some(
            Diagnostic::new(&NOT_A_MAPPING, message)
                .at(span, format!("{found} begins here"))
                .help(help),
        )
    }
}
