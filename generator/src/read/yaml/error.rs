//! What is told about a text that the parser refuses.

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::Diagnostic;
use crate::read::codes::NOT_YAML;
use crate::read::decode::forbidden;
use crate::read::limits::{Limits, too_deep};
use crate::source::{SourceId, floor_char_boundary};

/// The complaint of the parser about a text, in our words where we have better ones.
pub(super) fn syntax_error(
    error: &ScanError,
    text: &str,
    source: SourceId,
    limits: &Limits,
) -> Diagnostic {
    let at = floor_char_boundary(text, error.marker().byte_offset().unwrap_or(text.len()));
    let range = at..at;
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(limits.depth).at(source.span(range), "here"),
        // The place told is that of the scalar with the character in it.
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            let offset = text[at..].find(*character).unwrap_or(0);
            forbidden(source, at + offset, *character)
                .help("remove the character, or write it as an escape in double quotes")
        }
        kind => Diagnostic::new(&NOT_YAML, format!("the file is not YAML: {}", error.info()))
            .at(source.span(range), "the parser stopped here")
            .help(next_step(kind)),
    }
}

/// What the author can do about an error.
fn next_step(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::MappingValueNotAllowed => "a text with `: ` in it needs quotes around it",
        ErrorKind::UnexpectedCharacter { .. } => {
            "a text that begins with this character needs quotes around it"
        }
        ErrorKind::UnknownAnchor => {
            "an alias `*name` needs an anchor `&name` before it; a text needs quotes around it"
        }
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabAtBlockScalarStart => "indent with spaces",
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::UnclosedQuotedScalar => {
            "close what is opened here"
        }
        _ => "look at this line and those above: quotes, brackets and indentation must match",
    }
}
