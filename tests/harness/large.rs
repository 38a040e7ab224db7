//! Documents that are too large to be kept as files, or easier to read as a few lines of Rust.

use super::Case;

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::made(
            "broken/too-large",
            "too-large.yaml",
            "A file above the size limit of 64 MiB is refused before it is parsed.",
            "too-large",
            || b"# nothing but comments\n".repeat(64 * 1024 * 1024 / 23 + 1),
        ),
        Case::made(
            "broken/ten-thousand-levels",
            "ten-thousand-levels.yaml",
            "Ten thousand lists inside each other neither exhaust the stack nor take long.",
            "too-deep",
            || format!("swagger: '2.0'\npaths: {}", "[".repeat(10_000)).into_bytes(),
        ),
        Case::made(
            "broken/ten-thousand-levels-of-json",
            "ten-thousand-levels-of-json.json",
            "The same in JSON, which another parser reads.",
            "too-deep",
            || {
                format!(
                    "{{\"swagger\": \"2.0\", \"paths\": {}",
                    "{\"a\":".repeat(10_000)
                )
                .into_bytes()
            },
        ),
        Case::made(
            "broken/alias-bomb",
            "alias-bomb.yaml",
            "Aliases of aliases: a few hundred bytes that stand for more values than fit in memory.",
            "too-many-aliases",
            || {
                let bomb = (1..30).map(|level| {
                    let one = format!("*a{}, ", level - 1);
                    format!("a{level}: &a{level} [{}]\n", one.repeat(10))
                });
                format!(
                    "swagger: '2.0'\na0: &a0 [x, x]\n{}",
                    bomb.collect::<String>()
                )
                .into_bytes()
            },
        ),
    ]
}
