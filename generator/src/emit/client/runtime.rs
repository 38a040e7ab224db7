//! `src/runtime/`: the hand-written half, as it stands in `generator/runtime/`.

use crate::emit::Settings;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../../runtime/src/runtime/", $path)))),*]
    };
}

/// The files of the runtime.
pub(super) const FILES: &[(&str, &str)] = files![
    "api.rs",
    "auth/credentials.rs",
    "auth/mod.rs",
    "auth/named.rs",
    "base64.rs",
    "base_url.rs",
    "blocking/mod.rs",
    "blocking/token_source.rs",
    "blocking/transport.rs",
    "blocking/ureq.rs",
    "body.rs",
    "builder.rs",
    "call.rs",
    "client/mod.rs",
    "client/reqwest.rs",
    "client/stream.rs",
    "client/token_source.rs",
    "client/transport.rs",
    "download.rs",
    "encode.rs",
    "encoding.rs",
    "error/mod.rs",
    "error/predicates.rs",
    "error/text.rs",
    "error/token.rs",
    "exchange/attempt.rs",
    "exchange/mod.rs",
    "exchange/rate_limit.rs",
    "exchange/redirect.rs",
    "exchange/retry.rs",
    "form.rs",
    "form_writer.rs",
    "headers.rs",
    "identifier.rs",
    "lenient/container.rs",
    "lenient/mod.rs",
    "lenient/scalar.rs",
    "list_style.rs",
    "mock/clock.rs",
    "mock/mod.rs",
    "mock/recorder.rs",
    "mod.rs",
    "multipart.rs",
    "oauth2/async_source.rs",
    "oauth2/blocking_source.rs",
    "oauth2/grant.rs",
    "oauth2/login.rs",
    "oauth2/mod.rs",
    "oauth2/request.rs",
    "oauth2/session.rs",
    "object.rs",
    "open_enum.rs",
    "open_number.rs",
    "open_union.rs",
    "operation.rs",
    "options.rs",
    "outcome.rs",
    "path.rs",
    "reply.rs",
    "request_writer.rs",
    "secret.rs",
    "secret_text.rs",
    "stream.rs",
    "time/chrono.rs",
    "time/date.rs",
    "time/jiff.rs",
    "time/mod.rs",
    "time/parse.rs",
    "time/timestamp.rs",
    "tls.rs",
    "trace.rs",
    "written.rs",
];

/// The files, with the name of the crate in their examples.
pub(super) fn files(settings: &Settings) -> impl Iterator<Item = (String, String)> {
    let name = settings.crate_ident();
    FILES.iter().map(move |(path, text)| {
        (
            format!("src/runtime/{path}"),
            text.replace("client_runtime::", &format!("{name}::")),
        )
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::FILES;

    fn walk(root: &Path, at: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(at).expect("the folder of the runtime") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(root, &path, found);
            } else if let Ok(relative) = path.strip_prefix(root) {
                found.insert(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_file_of_the_runtime_is_copied() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src/runtime");
        let mut found = BTreeSet::new();
        walk(&root, &root, &mut found);
        let copied: BTreeSet<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(copied, found);
    }
}
