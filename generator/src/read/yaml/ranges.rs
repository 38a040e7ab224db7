//! The bytes of scalars and lists in block style, which the parser tells by the tokens around them.

use std::ops::Range;

use granit_parser::ScalarStyle;

/// The bytes of a scalar. For the parser a text in block style goes on to the next token.
pub(super) fn scalar_range(text: &str, range: Range<usize>, style: ScalarStyle) -> Range<usize> {
    match (style, text.get(range.clone())) {
        (ScalarStyle::Literal | ScalarStyle::Folded, Some(scalar)) => {
            range.start..range.start + scalar.trim_end().len()
        }
        _ => range,
    }
}

/// The bytes of a list in block style, from its first dash on. For the parser a list that is not
/// indented below its key begins at the first item. What stands before it ends at `before`.
pub(super) fn list_range(text: &str, before: usize, range: Range<usize>) -> Range<usize> {
    let between = text.get(before..range.start).unwrap_or_default();
    let mut at = range.start - between.len();
    for line in between.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start().len();
        if line[indentation..].starts_with('-') {
            return at + indentation..range.end;
        }
        at += line.len();
    }
    range
}
