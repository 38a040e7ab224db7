//! Two versions, and what a comparison finds.

use generator::diff::{Changes, diff, diff_clients};
use generator::emit::Settings;
use generator::emit::surface::{compare as compare_surfaces, surface, surfaces};
use generator::{Input, Settled, overlay};

/// A version of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Version {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) overlay: Option<String>,
}

impl Version {
    pub(crate) fn of(name: &'static str, text: impl Into<String>) -> Self {
        Self {
            name,
            text: text.into(),
            overlay: None,
        }
    }

    pub(crate) fn settle(&self, lock: &str) -> Settled {
        let overlay = self.overlay.as_ref().map(|overlay| overlay::Input {
            name: "overlay.yaml",
            bytes: overlay.as_bytes(),
        });
        let input = Input {
            name: self.name,
            bytes: self.text.as_bytes(),
            overlay,
            lock,
            beside: None,
        };
        generator::settle_leniently(&input)
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.name))
    }
}

/// What changed, where the second version is named by the lock of the first one. Only the parts of the
/// clients that can differ are written; here it is seen that this leaves nothing out.
pub(crate) fn compare(old: &Version, new: &Version) -> Changes {
    let old = old.settle("");
    let new = new.settle(&old.lock.render());
    let settings = Settings::default();
    let parts = surfaces(&old.api, &new.api, &settings);
    let (before, after) = parts.unwrap_or_else(|error| panic!("{error}"));
    let whole = |settled: &Settled| {
        let surface = surface(&settled.api, &settings);
        surface.unwrap_or_else(|error| panic!("{error}"))
    };
    assert_eq!(
        compare_surfaces(&before, &after),
        compare_surfaces(&whole(&old), &whole(&new)),
    );
    diff_clients(&old.api, &new.api, (&before, &after))
}

/// What changed, where each version is named by itself.
pub(crate) fn compare_alone(old: &Version, new: &Version) -> Changes {
    diff(&old.settle("").api, &new.settle("").api)
}

/// The kinds of changes, each as often as it occurs, in order.
pub(crate) fn kinds(changes: &Changes) -> Vec<&'static str> {
    let mut kinds: Vec<_> = changes
        .changes
        .iter()
        .map(|change| change.kind.id)
        .collect();
    kinds.sort_unstable();
    kinds
}
