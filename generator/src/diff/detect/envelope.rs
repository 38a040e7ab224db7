//! What is around a body: the media types it can have, and the headers that come with it.

use std::collections::BTreeSet;

use super::{At, Said, Side, Walk};
use crate::diff::facts::Spot;
use crate::diff::kinds::{Kind, reply};
use crate::model::{Answer, Header, Location, Media};

/// Where media types are known, and the one there is if none is said.
type Written = (Spot, String);

impl<'a> Walk<'a> {
    /// Compares how a body can be written: what there is more, and what is gone.
    pub(super) fn media(
        &mut self,
        at: &At,
        (added, removed): (&'static Kind, &'static Kind),
        old: Written,
        new: Written,
    ) {
        let types = |side: &Side<'a>, (spot, fallback): Written| {
            let fact = side.facts.get(&spot, "media type");
            let claims = fact.map_or(&[][..], |fact| fact.claims);
            let mut types: BTreeSet<String> = claims.iter().map(|(ty, _)| plain(ty)).collect();
            if types.is_empty() {
                types.insert(fallback);
            }
            (types, Said::fact(fact, None).silent())
        };
        let (before, said) = types(&self.old, old);
        let (after, new_said) = types(&self.new, new);
        let list = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            let types: Vec<_> = one.difference(other).cloned().collect();
            types.join(", ")
        };
        let (gone, more) = (list(&before, &after), list(&after, &before));
        if !more.is_empty() {
            let after = new_said.clone().with(more);
            self.report(added, at.subject(), said.clone(), after);
        }
        if !gone.is_empty() {
            self.report(removed, at.subject(), said.with(gone), new_said);
        }
    }

    /// Compares the headers of a reply; their names know no case.
    pub(super) fn headers(
        &mut self,
        at: &At,
        (place, old): (&'a Location, &'a Answer),
        (new_place, new): (&'a Location, &'a Answer),
    ) {
        let text = |is_new: bool, header: &'a Header, place: &Location| {
            let ty = self.type_text(is_new, &header.ty, &Spot::new(None, ""));
            Said::at(format!("`{}`: {ty}", header.name), Some(place))
        };
        let find = |answer: &'a Answer, one: &Header| {
            let mut all = answer.headers.iter();
            all.find(|header| header.name.eq_ignore_ascii_case(&one.name))
        };
        let mut found = Vec::new();
        for header in &old.headers {
            let before = text(false, header, place);
            match find(new, header) {
                None => found.push((
                    &reply::HEADER_REMOVED,
                    before,
                    Said::nothing(Some(new_place)),
                )),
                Some(other) if other.ty != header.ty => {
                    found.push((&reply::HEADER_CHANGED, before, text(true, other, new_place)));
                }
                Some(other) if other.required != header.required => {
                    let (kind, words) = if other.required {
                        (&reply::HEADER_BECAME_REQUIRED, ("optional", "required"))
                    } else {
                        (&reply::HEADER_BECAME_OPTIONAL, ("required", "optional"))
                    };
                    let said =
                        |word, place| Said::at(format!("`{}`: {word}", header.name), Some(place));
                    found.push((kind, said(words.0, place), said(words.1, new_place)));
                }
                Some(_) => {}
            }
        }
        for header in new.headers.iter().filter(|one| find(old, one).is_none()) {
            let after = text(true, header, new_place);
            found.push((&reply::HEADER_ADDED, Said::nothing(Some(place)), after));
        }
        for (kind, before, after) in found {
            self.report(kind, at.subject(), before, after);
        }
    }
}

/// The media type that a body is written as.
pub(super) fn media_type(media: &Media) -> String {
    match media {
        Media::Json => "application/json".to_owned(),
        Media::Form | Media::DeepForm => "application/x-www-form-urlencoded".to_owned(),
        Media::JsonAs(ty) | Media::Other(ty) => ty.clone(),
    }
}

/// A media type as it is compared: capitals and the set of characters, which is UTF-8 in any JSON, are
/// no matter.
fn plain(ty: &str) -> String {
    let parts = ty.split(';').map(|part| part.trim().to_ascii_lowercase());
    let parts: Vec<_> = parts.filter(|part| !part.starts_with("charset=")).collect();
    parts.join("; ")
}
