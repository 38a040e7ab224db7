//! Changes that a person has seen and accepts.

use super::types::Changes;

/// A change that is accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The [fingerprint](super::Change::fingerprint) of the change.
    pub fingerprint: String,
    /// Why it is accepted.
    pub reason: String,
}

impl Changes {
    /// Puts the accepted changes apart, and gives back what accepts nothing.
    pub fn accept(&mut self, accepted: &[Acceptance]) -> Vec<Acceptance> {
        let mut used = vec![false; accepted.len()];
        for change in std::mem::take(&mut self.changes) {
            let fingerprint = change.fingerprint();
            let found = accepted
                .iter()
                .position(|one| one.fingerprint == fingerprint);
            match found {
                Some(at) => {
                    used[at] = true;
                    self.accepted.push((change, accepted[at].reason.clone()));
                }
                None => self.changes.push(change),
            }
        }
        let unused = accepted.iter().zip(used).filter(|(_, used)| !used);
        unused.map(|(one, _)| one.clone()).collect()
    }
}
