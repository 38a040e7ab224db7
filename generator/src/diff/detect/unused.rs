//! What differs and never travels: no program can notice it, and it is counted apart.

use std::collections::{BTreeMap, HashSet};

use super::{Pair, Walk};
use crate::diff::facts::travels;
use crate::diff::kinds::Way;
use crate::model::{Access, Account, Api, Field};

/// What is said in each definition, by its name.
type Definitions<'a> = BTreeMap<&'a str, Vec<&'a Account>>;

impl<'a> Walk<'a> {
    /// Compares the definitions that no operation refers to: as what comes where there is no operation at
    /// all, or else by whether they differ.
    pub(super) fn unused(&mut self) {
        let (old, new) = (definitions(self.old.api), definitions(self.new.api));
        let mut used = used(self.old.api, &old);
        used.extend(self::used(self.new.api, &new));
        let nothing = Vec::new();
        let is_empty = |api: &Api| api.operations().next().is_none();
        if is_empty(self.old.api) && is_empty(self.new.api) {
            // Documents in which nothing can be called describe what comes, such as events.
            for name in old.keys().filter(|name| new.contains_key(*name)) {
                self.unseen(|walk| walk.unread(Way::Reply, name));
                used.insert(name);
            }
        }
        let names: HashSet<&str> = old.keys().chain(new.keys()).copied().collect();
        for name in names.into_iter().filter(|name| !used.contains(name)) {
            let said = |all: &'_ Definitions<'a>| {
                let accounts = all.get(name).unwrap_or(&nothing);
                let accounts = accounts.iter().filter(|one| travels(one));
                let said = accounts.map(|one| (&one.subject.part, one.slot, &one.claims[0].0));
                let mut said: Vec<_> = said.collect();
                said.sort_unstable();
                said
            };
            if said(&old) != said(&new) {
                self.same("a definition that no operation refers to", &name);
            }
        }
    }

    /// Compares the fields that the service alone sets, of what is sent and does not come back.
    pub(super) fn unsent(&mut self, pair: &Pair, old: &[Field], new: &[Field]) {
        let types = (
            self.old.api.types.get(pair.types.0),
            self.new.api.types.get(pair.types.1),
        );
        if types.0.received || types.1.received {
            return;
        }
        let at = &pair.at;
        for field in new.iter().filter(|one| one.access == Access::ReadOnly) {
            let same = old.iter().find(|one| one.wire == field.wire);
            let Some(known) = same.filter(|one| one.access == Access::ReadOnly) else {
                continue;
            };
            let spot = self.old.facts.field(&pair.spots.0, &known.wire);
            let new_spot = self.new.facts.field(&pair.spots.1, &field.wire);
            if self.old.facts.own(&spot) != self.new.facts.own(&new_spot) {
                let at = at.field(&field.wire);
                self.same("a read-only field of what is sent", &at.subject());
            }
        }
    }
}

fn definitions(api: &Api) -> Definitions<'_> {
    let mut all = Definitions::new();
    for account in &api.accounts {
        if let Some(name) = definition(account) {
            all.entry(name).or_default().push(account);
        }
    }
    all
}

/// The definition that an account is about.
fn definition(account: &Account) -> Option<&str> {
    let part = account.subject.part.strip_prefix("definition `")?;
    let name = account.subject.operation.is_none().then_some(part)?;
    name.split('`').next()
}

/// The definitions that operations refer to, through others too.
fn used<'a>(api: &'a Api, definitions: &Definitions<'a>) -> HashSet<&'a str> {
    let target = |account: &'a Account| {
        let leads = ["reference", "alternative"].contains(&account.slot);
        leads.then(|| account.claims[0].0.as_str())
    };
    let outside = api.accounts.iter().filter(|one| definition(one).is_none());
    let mut todo: Vec<&'a str> = outside.filter_map(target).collect();
    let mut used: HashSet<&'a str> = HashSet::new();
    while let Some(name) = todo.pop() {
        if used.insert(name) {
            let accounts = definitions.get(name).into_iter().flatten();
            todo.extend(accounts.filter_map(|account| target(account)));
        }
    }
    used
}
