//! The version to release: the least that Cargo's rules allow.
//!
//! Cargo takes versions for compatible where the first number that is not zero is the same. So what
//! breaks programs raises that number, and what is only new raises the next one; before 1.0.0 the
//! last number is for both new things and repairs.

use std::fmt;

use serde::Serialize;

use super::types::{Changes, Rust};

/// What a release is, at the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Nothing has changed.
    Nothing,
    /// Words, or what the service does.
    Patch,
    /// Something new.
    Feature,
    /// Programs may stop compiling.
    Breaking,
}

/// A version of a crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    numbers: [u64; 3],
    /// Whether it is a version before that of these numbers.
    early: Option<String>,
}

impl Version {
    /// Reads a version as Cargo has it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.split('+').next()?;
        let (numbers, early) = match text.split_once('-') {
            Some((numbers, early)) => (numbers, Some(early.to_owned())),
            None => (text, None),
        };
        let mut parts = numbers.split('.').map(str::parse);
        let mut next = || parts.next()?.ok();
        let numbers = [next()?, next()?, next()?];
        Some(Self { numbers, early })
    }

    /// The least version after this one that such a release may have.
    #[must_use]
    pub fn next(&self, need: Need) -> Self {
        let [major, minor, patch] = self.numbers;
        let numbers = match need {
            // A version that is not out yet may hold anything.
            _ if self.early.is_some() => return self.clone(),
            Need::Nothing => return self.clone(),
            Need::Breaking if major > 0 => [major + 1, 0, 0],
            Need::Breaking if minor > 0 => [0, minor + 1, 0],
            Need::Feature if major > 0 => [major, minor + 1, 0],
            Need::Breaking | Need::Feature | Need::Patch => [major, minor, patch + 1],
        };
        Self {
            numbers,
            early: None,
        }
    }

    /// Whether it is at least that one.
    #[must_use]
    pub fn is_at_least(&self, other: &Self) -> bool {
        // Without a suffix, it comes after all that have one.
        let key = |version: &Self| {
            (
                version.numbers,
                version.early.is_none(),
                version.early.clone(),
            )
        };
        key(self) >= key(other)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        match &self.early {
            Some(early) => write!(f, "-{early}"),
            None => Ok(()),
        }
    }
}

impl Changes {
    /// What a release of the new version is. What is accepted changes the client, too.
    #[must_use]
    pub fn need(&self) -> Need {
        let accepted = self.accepted.iter().map(|(change, _)| change);
        let all = self.changes.iter().chain(accepted);
        let need = all.filter(|change| !change.is_reading());
        let need = need.map(|change| match change.rust {
            Rust::Breaks => Need::Breaking,
            Rust::Additive | Rust::Meaning => Need::Feature,
            Rust::None => Need::Patch,
        });
        let unexplained = self.unexplained.iter().map(|item| {
            if item.breaks {
                Need::Breaking
            } else {
                Need::Feature
            }
        });
        need.chain(unexplained).max().unwrap_or(Need::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::{Need, Version};

    #[test]
    fn versions_follow_the_rules_of_cargo() {
        for (before, patch, feature, breaking) in [
            ("1.2.3", "1.2.4", "1.3.0", "2.0.0"),
            ("0.2.3", "0.2.4", "0.2.4", "0.3.0"),
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
            ("1.0.0-rc.1", "1.0.0-rc.1", "1.0.0-rc.1", "1.0.0-rc.1"),
        ] {
            let before = Version::read(before).expect("a version");
            let next = |need| before.next(need).to_string();
            assert_eq!(next(Need::Nothing), before.to_string());
            assert_eq!(next(Need::Patch), patch);
            assert_eq!(next(Need::Feature), feature);
            assert_eq!(next(Need::Breaking), breaking);
        }
        let version = |text| Version::read(text).expect("a version");
        assert!(version("1.0.0").is_at_least(&version("1.0.0-rc.1")));
        assert!(!version("1.0.0-rc.1").is_at_least(&version("1.0.0")));
        assert!(version("0.10.0").is_at_least(&version("0.9.9")));
        assert_eq!(Version::read("1.0"), None);
    }
}
