//! What `cargo xtask regenerate --rename` renamed.

use generator::names::Lock;

use crate::say::{count, style};

/// A line for each thing that has another name now: what it is, and both names.
pub(crate) fn renamed(before: &Lock, after: &Lock) -> Vec<[String; 3]> {
    before
        .renamed(after)
        .map(|(kind, key, old, new)| [format!("{} {key}", kind.word()), old.into(), new.into()])
        .collect()
}

/// Says it.
pub(crate) fn report(renamed: &[[String; 3]]) {
    let (strong, good) = (style::STRONG, style::GOOD);
    if renamed.is_empty() {
        anstream::println!(
            "{good}Renamed{good:#} nothing: every name is as it would be given today"
        );
        return;
    }
    anstream::println!(
        "{good}Renamed{good:#} {}; programs that use the old names no longer compile:",
        count(renamed.len(), "thing")
    );
    for [what, old, new] in renamed {
        anstream::println!("       {old} is now {strong}{new}{strong:#} ({what})");
    }
}
