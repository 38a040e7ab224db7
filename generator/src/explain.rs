//! What codes and rules mean, for `cargo xtask explain`.

use crate::diagnostic::{Code, all_codes};
use crate::repair::RULES;

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

/// Everything that can be explained: the diagnostics, then the rules in their order.
pub fn all() -> impl Iterator<Item = Explanation> {
    let rules = RULES.iter().map(|rule| Explanation {
        name: rule.name,
        kind: "rule",
        text: rule.explanation,
        example: rule.example,
    });
    all_codes().map(Explanation::from).chain(rules)
}
