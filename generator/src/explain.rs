//! What codes and rules mean, for `cargo xtask explain`.

use crate::diagnostic::Code;
use crate::repair::RULES;
use crate::{lower, overlay, read};

/// What can be explained.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The name of the code or rule.
    pub name: &'static str,
    /// `error`, `warning`, `note` or `rule`.
    pub kind: &'static str,
    /// What it means and what to do.
    pub text: &'static str,
    /// A few lines of a document that show it.
    pub example: &'static str,
}

impl From<&'static Code> for Explanation {
    fn from(code: &'static Code) -> Self {
        Self {
            name: code.name,
            kind: code.severity.name(),
            text: code.explanation,
            example: code.example,
        }
    }
}

/// Every code there is, in the order of the stages. A stage with codes of its own adds its table
/// here.
pub fn all_codes() -> impl Iterator<Item = &'static Code> {
    let stages = [
        read::codes::CODES,
        overlay::codes::CODES,
        lower::codes::CODES,
    ];
    stages.into_iter().flatten().copied()
}

/// What reports call the evidence of an overlay.
const OVERLAID: Explanation = Explanation {
    name: crate::draft::evidence::OVERLAY,
    kind: "rule",
    text: "A person said so, in the OpenAPI Overlay beside the document; the action and its reason are \
        listed at the top of the report. It counts more than what the document says and than any \
        guess. `cargo xtask explain` tells of each thing that can be wrong with an overlay.",
    example: "actions:\n- target: $.info\n  description: The title is that of one operation. \
        (Provider's guide; high.)\n  update: {title: Pets API}\n",
};

/// What lowering mends by itself, since a tree has no numbers for keys.
const STATUS_KEYS: Explanation = Explanation {
    name: crate::lower::STATUS_KEYS,
    kind: "rule",
    text: "The keys below `responses` are text (Swagger 2.0, Responses Object), and YAML reads a status \
        without quotes as a number. It is taken for the text that it is spelled as. Nothing is lost; \
        strict readers refuse such a document.",
    example: "responses:\n  200: {description: OK}\n",
};

/// Everything that can be explained: the diagnostics, then the rules in their order.
pub fn all() -> impl Iterator<Item = Explanation> {
    let rules = RULES.iter().map(|rule| Explanation {
        name: rule.name,
        kind: "rule",
        text: rule.explanation,
        example: rule.example,
    });
    all_codes()
        .map(Explanation::from)
        .chain([OVERLAID, STATUS_KEYS])
        .chain(rules)
}
