//! Media types, as far as they say how a value is written.

/// What a value of a media type is, from what is liked best to what is taken only where there is
/// nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// `application/json`
    Json,
    /// JSON of a kind of its own, such as `application/problem+json`.
    JsonOfAKind,
    /// A list of changes (RFC 6902), which is JSON that only a list can be.
    JsonPatch,
    /// Any at all.
    Any,
    /// `application/x-www-form-urlencoded`
    Form,
    /// Several parts, such as `multipart/form-data`.
    Multipart,
    /// Text, such as `text/plain`.
    Text,
    /// XML of any kind.
    Xml,
    /// JSON values one after the other, possibly without an end.
    Series,
    /// A name of a vendor, such as `application/vnd.acme.v3`: nobody else knows what it is.
    Vendor,
    /// Bytes.
    Bytes,
}

impl MediaKind {
    /// What a media type is; its parameters say nothing of that.
    #[must_use]
    pub fn of(name: &str) -> Self {
        match essence(name).as_str() {
            "application/json" => Self::Json,
            "application/json-patch+json" => Self::JsonPatch,
            "application/stream+json" => Self::Series,
            name if name.ends_with("/json") || name.ends_with("+json") => Self::JsonOfAKind,
            "*/*" | "application/*" => Self::Any,
            "application/x-www-form-urlencoded" => Self::Form,
            "text/event-stream"
            | "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/json-seq" => Self::Series,
            name if name.starts_with("multipart/") => Self::Multipart,
            name if name.ends_with("/xml") || name.ends_with("+xml") => {
                // A picture, although it is written as XML.
                if name.starts_with("image/") {
                    Self::Bytes
                } else {
                    Self::Xml
                }
            }
            name if name.starts_with("text/") => Self::Text,
            name if name.starts_with("application/vnd.") && !is_office(name) => Self::Vendor,
            _ => Self::Bytes,
        }
    }

    /// Whether values are written as JSON.
    #[must_use]
    pub fn is_json(self) -> bool {
        self <= Self::Any
    }

    /// Whether what comes is bytes, of which there may be many.
    #[must_use]
    pub fn is_bytes(self) -> bool {
        self >= Self::Series
    }
}

/// A media type without its parameters, in small letters.
#[must_use]
pub fn essence(name: &str) -> String {
    let essence = name.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The media types that bytes can have: those of values are the usual ones of the document, unless
/// there are no others.
#[must_use]
pub fn of_bytes(stated: &[String]) -> Vec<&str> {
    let kind = |name: &str| MediaKind::of(name);
    let has_json = stated.iter().any(|name| kind(name).is_json());
    let is_one = |name: &&str| {
        let kind = kind(name);
        !(kind.is_json() || has_json && kind == MediaKind::Xml)
    };
    let names = stated.iter().map(|name| name.trim());
    names.filter(is_one).collect()
}

/// The documents of office programs have names of a vendor, and are bytes.
fn is_office(name: &str) -> bool {
    let rest = name.trim_start_matches("application/vnd.");
    ["ms-", "openxmlformats", "oasis"]
        .iter()
        .any(|vendor| rest.starts_with(vendor))
}

#[cfg(test)]
mod tests {
    use super::MediaKind as K;

    #[test]
    fn kinds() {
        for (name, kind) in [
            ("application/json", K::Json),
            ("Application/JSON; charset=utf-8", K::Json),
            ("text/json", K::JsonOfAKind),
            ("application/merge-patch+json", K::JsonOfAKind),
            ("application/json-patch+json", K::JsonPatch),
            ("*/*", K::Any),
            ("multipart/form-data", K::Multipart),
            ("application/x-www-form-urlencoded", K::Form),
            ("text/csv", K::Text),
            ("text/xml", K::Xml),
            ("application/atom+xml", K::Xml),
            ("image/svg+xml", K::Bytes),
            ("application/x-ndjson", K::Series),
            ("text/event-stream", K::Series),
            ("application/vnd.github.v3", K::Vendor),
            ("application/vnd.ms-excel", K::Bytes),
            ("application/octet-stream", K::Bytes),
        ] {
            assert_eq!(K::of(name), kind, "{name}");
        }
    }
}
