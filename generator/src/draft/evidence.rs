//! Claims: values with the reason why anyone believes them.

use crate::overlay::Corrections;
use crate::read::tree::Site;

/// How much a claim weighs. The highest rank wins a slot; of two equal ones the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Nothing is known; this keeps the client usable.
    Fallback,
    /// What people usually mean by such a name or such a gap.
    Convention,
    /// Read in a sentence of the document.
    Phrased,
    /// Read in a table inside a description.
    Tabled,
    /// The document says so in the field made for it.
    Stated,
    /// The specification leaves no other choice.
    Law,
    /// Anything else would put secrets at risk.
    Safety,
    /// A person said so, in the overlay beside the document.
    Overlay,
}

impl Rank {
    /// The word for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Fallback => "fallback",
            Self::Convention => "convention",
            Self::Phrased => "phrased",
            Self::Tabled => "tabled",
            Self::Stated => "stated",
            Self::Law => "law",
            Self::Safety => "safety",
            Self::Overlay => "overlay",
        }
    }
}

/// The number of an [`Evidence`] in its [`Ledger`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceId(u32);

impl EvidenceId {
    /// The position in the ledger, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Why a claim was made, and where its source stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Its weight.
    pub rank: Rank,
    /// The rule that made the claim, or [`STATED`].
    pub rule: &'static str,
    /// Where it was read.
    pub site: Site,
    /// The reason, as the end of "because …".
    pub because: String,
}

/// The rule name of what the document says itself.
pub const STATED: &str = "stated";

/// The rule name of what a person says in the overlay.
pub const OVERLAY: &str = "overlay";

/// Every evidence of a run, in the order it came up.
#[derive(Debug, Default)]
pub struct Ledger {
    evidence: Vec<Evidence>,
    corrections: Corrections,
}

impl Ledger {
    /// An empty one, for a document with these corrections in it.
    #[must_use]
    pub fn new(corrections: Corrections) -> Self {
        Self {
            evidence: Vec::new(),
            corrections,
        }
    }

    /// Writes evidence down and returns its number.
    pub fn add(
        &mut self,
        rank: Rank,
        rule: &'static str,
        site: impl Into<Site>,
        because: impl Into<String>,
    ) -> EvidenceId {
        let id = EvidenceId(u32::try_from(self.evidence.len()).unwrap_or(u32::MAX));
        self.evidence.push(Evidence {
            rank,
            rule,
            site: site.into(),
            because: because.into(),
        });
        id
    }

    /// Writes down that the document says so at `site`, or the overlay where the node comes from
    /// there.
    pub fn stated(&mut self, site: impl Into<Site>) -> EvidenceId {
        let site = site.into();
        match self.corrections.of(site.node) {
            Some(correction) => {
                let because = correction.because.clone();
                self.add(Rank::Overlay, OVERLAY, site, because)
            }
            None => self.add(Rank::Stated, STATED, site, "the document says so"),
        }
    }

    /// What the overlay changed.
    #[must_use]
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// The evidence of that number.
    #[must_use]
    pub fn get(&self, id: EvidenceId) -> &Evidence {
        &self.evidence[id.index()]
    }

    /// The rank of that number.
    #[must_use]
    pub fn rank(&self, id: EvidenceId) -> Rank {
        self.get(id).rank
    }

    /// All of it, by number.
    pub fn iter(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter()
    }
}

/// A value, and the evidence for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<T> {
    /// What is claimed.
    pub value: T,
    /// Why.
    pub evidence: EvidenceId,
}

/// A hole that claims may fill. Claims are only ever added.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot<T>(Vec<Claim<T>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Slot<T> {
    /// Adds a claim.
    pub fn claim(&mut self, value: T, evidence: EvidenceId) {
        self.0.push(Claim { value, evidence });
    }

    /// Whether nobody claims anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All claims, oldest first.
    #[must_use]
    pub fn claims(&self) -> &[Claim<T>] {
        &self.0
    }

    /// The claim that counts: the highest rank, and the first of several.
    #[must_use]
    pub fn winner(&self, ledger: &Ledger) -> Option<&Claim<T>> {
        // `max_by_key` takes the last of equals, so the walk goes backwards.
        self.0
            .iter()
            .rev()
            .max_by_key(|claim| ledger.rank(claim.evidence))
    }

    /// The value that counts.
    #[must_use]
    pub fn value(&self, ledger: &Ledger) -> Option<&T> {
        self.winner(ledger).map(|claim| &claim.value)
    }
}

impl Slot<bool> {
    /// The value that counts, `false` where nobody claims anything.
    #[must_use]
    pub fn is_true(&self, ledger: &Ledger) -> bool {
        self.value(ledger).copied().unwrap_or(false)
    }
}
