//! Names that must differ: who gets which.
//!
//! Everybody in a scope (the methods of a group, the fields of a type) brings a ladder of
//! candidates, from the short one to one that says everything. Then, in rounds:
//!
//! 1. Whoever stands in the lock keeps that name.
//! 2. A candidate that one alone asks for, and that is neither reserved nor taken, is given.
//! 3. All who share a candidate climb to their next one. Nobody is preferred for standing first.
//! 4. Whoever reaches the end of the ladder gets its first name with a short hash of its key.
//!
//! So the order of the claims never matters, and with a lock neither do claims that are added.
//!
//! Two names are the same when their letters are: `x_1` and `x1` would both be `X1` as a type,
//! and would be confused by every reader long before.

use std::collections::{BTreeMap, BTreeSet};

/// A thing that needs a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its place on the wire: what it is known by in the lock.
    pub key: String,
    /// Legal names, the best first.
    pub ladder: Vec<String>,
}

/// A place where names must differ.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: BTreeSet<String>,
    kept: BTreeMap<String, String>,
}

impl Scope {
    /// A scope in which nothing is taken.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names that nobody may have, unless the lock says so.
    #[must_use]
    pub fn reserve<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.reserved.extend(names.into_iter().map(fold));
        self
    }

    /// A name that stands in the lock: it belongs to this key, also when the key is gone.
    pub fn keep(&mut self, key: impl Into<String>, name: impl Into<String>) {
        self.kept.insert(key.into(), name.into());
    }

    /// Gives every claim a name. Two claims with one key are one claim.
    #[must_use]
    pub fn settle(&self, claims: &[Claim]) -> BTreeMap<String, String> {
        let mut round = Round::new(self);
        let mut pending: BTreeMap<&str, &[String]> = BTreeMap::new();
        for claim in claims {
            let ladder = pending.entry(&claim.key).or_insert(&claim.ladder);
            *ladder = (*ladder).min(&claim.ladder);
        }
        pending.retain(|key, _| !round.named.contains_key(*key));
        let height = pending
            .values()
            .map(|ladder| ladder.len())
            .max()
            .unwrap_or_default();
        for rung in 0..height {
            round.play(&pending, rung);
            pending.retain(|key, _| !round.named.contains_key(*key));
        }
        for (key, ladder) in pending {
            round.hash(key, ladder.first().map_or("value", String::as_str));
        }
        let claimed: BTreeSet<&str> = claims.iter().map(|claim| claim.key.as_str()).collect();
        round.named.retain(|key, _| claimed.contains(key.as_str()));
        round.named
    }
}

/// What is taken, and by whom.
struct Round {
    taken: BTreeSet<String>,
    named: BTreeMap<String, String>,
}

impl Round {
    /// The reserved names and those of the lock. Should a merged lock give one name twice, the
    /// smaller key keeps it.
    fn new(scope: &Scope) -> Self {
        let mut round = Self {
            taken: scope.reserved.clone(),
            named: BTreeMap::new(),
        };
        let mut owners = BTreeSet::new();
        for (key, name) in &scope.kept {
            if owners.insert(name) {
                round.give(key, name);
            }
        }
        round
    }

    fn give(&mut self, key: &str, name: &str) {
        self.taken.insert(fold(name));
        self.named.insert(key.to_owned(), name.to_owned());
    }

    /// Gives away the names that one claim alone asks for at this rung.
    fn play(&mut self, pending: &BTreeMap<&str, &[String]>, rung: usize) {
        let mut bids: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
        for (key, ladder) in pending {
            if let Some(name) = ladder.get(rung) {
                bids.entry(fold(name)).or_default().push((key, name));
            }
        }
        for (letters, bidders) in bids {
            if let ([(key, name)], false) = (bidders.as_slice(), self.taken.contains(&letters)) {
                self.give(key, name);
            }
        }
    }

    fn hash(&mut self, key: &str, name: &str) {
        let gap = if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            ""
        } else {
            "_"
        };
        let name = name.trim_end_matches('_');
        let mut salt = 0_u64;
        loop {
            let candidate = format!("{name}{gap}{:06x}", fnv(key, salt) >> 40);
            if !self.taken.contains(&fold(&candidate)) {
                return self.give(key, &candidate);
            }
            salt += 1;
        }
    }
}

/// The letters of a name.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| *c != '_')
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The Fowler-Noll-Vo hash (FNV-1a, 64 bits): the same everywhere and for ever.
fn fnv(text: &str, salt: u64) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325 ^ salt, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(key: &str, ladder: &[&str]) -> Claim {
        Claim {
            key: key.to_owned(),
            ladder: ladder.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    fn settle(scope: &Scope, claims: &[Claim]) -> String {
        let named = scope.settle(claims);
        named
            .iter()
            .map(|(key, name)| format!("{key}={name}"))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn all_who_share_climb() {
        let claims = [
            claim("a", &["get", "get_a"]),
            claim("b", &["get", "get_b"]),
            claim("c", &["list"]),
        ];
        assert_eq!(settle(&Scope::new(), &claims), "a=get_a b=get_b c=list");
    }

    #[test]
    fn a_repeated_rung_holds_on() {
        let claims = [
            claim("patch", &["update", "update"]),
            claim("put", &["update", "replace"]),
        ];
        assert_eq!(settle(&Scope::new(), &claims), "patch=update put=replace");
    }

    #[test]
    fn a_short_name_is_not_taken_away_by_one_who_climbs() {
        let claims = [
            claim("a", &["x", "y", "z"]),
            claim("b", &["x", "w"]),
            claim("c", &["y"]),
        ];
        assert_eq!(settle(&Scope::new(), &claims), "a=z b=w c=y");
    }

    #[test]
    fn reserved_names_are_climbed_over() {
        let scope = Scope::new().reserve(["Option"]);
        let claims = [claim("a", &["Option", "OptionItem"])];
        assert_eq!(settle(&scope, &claims), "a=OptionItem");
    }

    #[test]
    fn the_lock_wins_and_a_gone_name_is_not_given_away() {
        let mut scope = Scope::new();
        scope.keep("a", "get");
        scope.keep("gone", "list");
        let claims = [
            claim("a", &["fetch"]),
            claim("b", &["get", "get_b"]),
            claim("c", &["list", "list_c"]),
        ];
        assert_eq!(settle(&scope, &claims), "a=get b=get_b c=list_c");
    }

    #[test]
    fn the_end_is_a_hash_of_the_key() {
        let claims = [
            claim("a", &["x"]),
            claim("b", &["x"]),
            claim("c", &["X"]),
            claim("d", &[]),
        ];
        assert_eq!(
            settle(&Scope::new(), &claims),
            "a=x_af63dc b=x_af63df c=Xaf63de d=value_af63d9"
        );
    }

    #[test]
    fn names_that_differ_only_in_underscores_are_the_same() {
        let claims = [claim("a", &["x_1", "x_one"]), claim("b", &["x1", "x_uno"])];
        assert_eq!(settle(&Scope::new(), &claims), "a=x_one b=x_uno");
    }
}
