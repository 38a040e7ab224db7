//! Two versions, and what a comparison finds.

use generator::diff::{Changes, diff, diff_clients};
use generator::emit::Settings;
use generator::emit::surface::surface;
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
        };
        generator::settle_leniently(&input)
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.name))
    }
}

/// What changed, where the second version is named by the lock of the first one.
pub(crate) fn compare(old: &Version, new: &Version) -> Changes {
    let old = old.settle("");
    let new = new.settle(&old.lock.render());
    let surface = |settled: &Settled| {
        let surface = surface(&settled.api, &Settings::default());
        surface.unwrap_or_else(|error| panic!("{error}"))
    };
    diff_clients(&old.api, &new.api, (&surface(&old), &surface(&new)))
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
