//! JSON pointers (RFC 6901), the way to a node as people and tools write it.

/// Adds a step to a pointer: `push(&mut "/paths", "/a~b")` makes `/paths/~1a~0b`.
pub fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    let mut rest = step;
    while let Some(at) = rest.find(['~', '/']) {
        pointer.push_str(&rest[..at]);
        pointer.push_str(if rest[at..].starts_with('~') {
            "~0"
        } else {
            "~1"
        });
        rest = &rest[at + 1..];
    }
    pointer.push_str(rest);
}

/// The steps of a pointer, or `None` where it is not one: a pointer is empty or begins with `/`.
#[must_use]
pub fn steps(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    // `~1` before `~0`, so that `~01` is `~1` and not `/`.
    Some(
        steps
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_survives_the_way_there_and_back() {
        for step in ["", "a", "/pets/{id}", "~", "~1", "~01", "a/b~c", "ü"] {
            let mut pointer = String::from("/paths");
            push(&mut pointer, step);
            assert_eq!(
                steps(&pointer).as_deref(),
                Some(&["paths".to_owned(), step.to_owned()][..])
            );
        }
    }

    #[test]
    fn the_root_is_empty_and_anything_else_begins_with_a_slash() {
        assert_eq!(steps(""), Some(Vec::new()));
        assert_eq!(steps("paths"), None);
        assert_eq!(steps("#/paths"), None);
    }
}
